package io.verge.profile.internal;

import io.verge.profile.AttributeType;
import io.verge.profile.ComponentType;
import io.verge.profile.Migration;
import io.verge.profile.ValueType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.felix.metatype.AD;
import org.apache.felix.metatype.Designate;
import org.apache.felix.metatype.MetaData;
import org.apache.felix.metatype.MetaDataReader;
import org.apache.felix.metatype.OCD;
import org.jspecify.annotations.Nullable;

/** What bundles say of their components: the files of the Metatype Service, as bnd writes them from annotations. */
public final class MetatypeReader {
    /** Where the files are in a bundle. */
    static final String FOLDER = "OSGI-INF/metatype/";

    private static final int LARGEST = 1 << 20;
    /** The number that the Metatype Service has for a type (AttributeDefinition), as index; BigInteger and BigDecimal left out. */
    private static final List<ValueType> TYPES = List.of(
            ValueType.TEXT,
            ValueType.LONG,
            ValueType.INTEGER,
            ValueType.SHORT,
            ValueType.CHARACTER,
            ValueType.BYTE,
            ValueType.DOUBLE,
            ValueType.FLOAT);

    private static final int FIRST_TYPE = 1;
    private static final int TYPE_BOOLEAN = 11;
    private static final int TYPE_PASSWORD = 12;

    private MetatypeReader() {}

    /** Of a bundle, as a jar or as a folder of its contents. */
    public static List<ComponentType> readBundle(Path bundle) throws IOException {
        return Files.isDirectory(bundle) ? readFolder(bundle) : readJar(bundle);
    }

    /** The version of a bundle, as a jar or as a folder of its contents; empty when it does not say. */
    public static String versionOf(Path bundle) throws IOException {
        if (Files.isDirectory(bundle)) {
            Path manifest = bundle.resolve(JarFile.MANIFEST_NAME);
            if (!Files.exists(manifest)) {
                return "";
            }
            try (InputStream in = Files.newInputStream(manifest)) {
                return version(new Manifest(in));
            }
        }
        try (JarFile jar = new JarFile(bundle.toFile())) {
            return version(jar.getManifest());
        } catch (IOException e) {
            throw new IOException("cannot read the bundle " + bundle + ": " + e.getMessage(), e);
        }
    }

    private static String version(@Nullable Manifest manifest) {
        String version = manifest == null ? null : manifest.getMainAttributes().getValue("Bundle-Version");
        return version == null ? "" : version.strip();
    }

    private static List<ComponentType> readJar(Path jar) throws IOException {
        List<ComponentType> components = new ArrayList<>();
        Map<String, Migration> migrations = Map.of();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry migrate = zip.getEntry(MigrationReader.FILE);
            if (migrate != null) {
                try (InputStream in = zip.getInputStream(migrate)) {
                    migrations = MigrationReader.read(jar.getFileName() + "!/" + migrate.getName(), in);
                }
            }
            for (ZipEntry entry :
                    zip.stream().filter(e -> isMetatype(e.getName())).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    components.addAll(read(jar.getFileName() + "!/" + entry.getName(), in));
                }
            }
        } catch (IOException e) {
            throw new IOException("cannot read the bundle " + jar + ": " + e.getMessage(), e);
        }
        return migrating(components, migrations);
    }

    /** The components with what their bundle says of how their keys were called before. */
    static List<ComponentType> migrating(List<ComponentType> components, Map<String, Migration> migrations) {
        return components.stream()
                .map(type -> type.with(migrations.getOrDefault(type.pid(), Migration.NONE)))
                .toList();
    }

    private static List<ComponentType> readFolder(Path folder) throws IOException {
        List<ComponentType> components = new ArrayList<>();
        Path metatype = folder.resolve(FOLDER);
        if (Files.isDirectory(metatype)) {
            List<Path> files = new ArrayList<>();
            try (DirectoryStream<Path> found = Files.newDirectoryStream(metatype, "*.xml")) {
                found.forEach(files::add);
            }
            files.sort(null);
            for (Path file : files) {
                try (InputStream in = Files.newInputStream(file)) {
                    components.addAll(read(file.toString(), in));
                }
            }
        }
        Path migrate = folder.resolve(MigrationReader.FILE);
        if (Files.isRegularFile(migrate)) {
            try (InputStream in = Files.newInputStream(migrate)) {
                return migrating(components, MigrationReader.read(migrate.toString(), in));
            }
        }
        return components;
    }

    /** Whether an entry of a bundle is one of the files. */
    static boolean isMetatype(String entry) {
        return entry.startsWith(FOLDER) && entry.endsWith(".xml") && entry.indexOf('/', FOLDER.length()) < 0;
    }

    /**
     * Of one file.
     *
     * @param name for messages
     */
    static List<ComponentType> read(String name, InputStream in) throws IOException {
        byte[] xml = in.readNBytes(LARGEST + 1);
        if (xml.length > LARGEST) {
            throw new IOException(name + " is larger than " + LARGEST + " bytes");
        }
        try {
            return components(name, new MetaDataReader().parse(new ByteArrayInputStream(xml)));
        } catch (RuntimeException e) {
            // What the XML parser throws at prefixes that are not declared, and the reader at attributes that are not
            // there.
            throw new IOException(name + " is no metatype: " + Wording.path(String.valueOf(e.getMessage())), e);
        }
    }

    private static List<ComponentType> components(String name, @Nullable MetaData metadata) throws IOException {
        if (metadata == null) {
            throw new IOException(name + " holds no metatype");
        }
        List<ComponentType> components = new ArrayList<>();
        for (Object designate : orEmpty(metadata.getDesignates())) {
            components.add(component(name, metadata, (Designate) designate));
        }
        return components;
    }

    private static ComponentType component(String name, MetaData metadata, Designate designate) throws IOException {
        boolean factory = designate.getFactoryPid() != null;
        String pid = factory ? designate.getFactoryPid() : designate.getPid();
        if (pid == null || pid.isEmpty()) {
            throw new IOException(name + " designates a component without a PID");
        }
        Map<?, ?> definitions = metadata.getObjectClassDefinitions();
        if (designate.getObject() == null
                || definitions == null
                || !(definitions.get(designate.getObject().getOcdRef()) instanceof OCD ocd)) {
            throw new IOException(name + " does not define the object class of " + pid);
        }
        List<AttributeType> attributes = new ArrayList<>();
        Map<?, ?> definedAttributes = ocd.getAttributeDefinitions();
        if (definedAttributes != null) {
            for (Object attribute : definedAttributes.values()) {
                attributes.add(attribute(name, (AD) attribute));
            }
        }
        return new ComponentType(pid, factory, text(ocd.getName()), text(ocd.getDescription()), attributes);
    }

    private static AttributeType attribute(String name, AD ad) throws IOException {
        String key = ad.getID();
        if (key == null || key.isEmpty()) {
            throw new IOException(name + " describes an attribute without an id");
        }
        ValueType type = type(name, key, ad.getType());
        String @Nullable [] defaults = ad.getDefaultValue();
        return new AttributeType(
                key,
                text(ad.getName()),
                text(ad.getDescription()),
                type,
                most(ad.getCardinality()),
                ad.isRequired() && defaults == null,
                defaults == null ? List.of() : defaults(type, defaults),
                bound(name, key, ad.getMin()),
                bound(name, key, ad.getMax()),
                options(ad.getOptionValues(), ad.getOptionLabels()));
    }

    /** A default of no letters is an empty text, and nothing where the value is no text. */
    private static List<String> defaults(ValueType type, String[] defaults) {
        return Arrays.stream(defaults)
                .filter(text -> type == ValueType.TEXT || !text.isEmpty())
                .toList();
    }

    private static ValueType type(String name, String key, int number) throws IOException {
        if (number == TYPE_BOOLEAN) {
            return ValueType.BOOLEAN;
        }
        if (number == TYPE_PASSWORD) {
            return ValueType.PASSWORD;
        }
        if (number < FIRST_TYPE || number >= FIRST_TYPE + TYPES.size()) {
            throw new IOException(name + " gives " + key + " a type that cannot be configured");
        }
        return TYPES.get(number - FIRST_TYPE);
    }

    /** Negative in the Metatype Service for a collection, positive for an array; here both are lists. */
    private static int most(int cardinality) {
        return cardinality == Integer.MIN_VALUE ? Integer.MAX_VALUE : Math.abs(cardinality);
    }

    private static @Nullable BigDecimal bound(String name, String key, @Nullable String bound) throws IOException {
        if (bound == null || bound.isBlank()) {
            return null;
        }
        try {
            return new BigDecimal(bound.strip());
        } catch (NumberFormatException e) {
            throw new IOException(name + " gives " + key + " the bound '" + bound + "', which is no number", e);
        }
    }

    private static List<AttributeType.Option> options(String @Nullable [] values, String @Nullable [] labels) {
        List<AttributeType.Option> options = new ArrayList<>();
        if (values != null) {
            for (int i = 0; i < values.length; i++) {
                options.add(new AttributeType.Option(values[i], labels == null ? "" : text(labels[i])));
            }
        }
        return options;
    }

    private static List<?> orEmpty(@Nullable List<?> list) {
        return list == null ? List.of() : list;
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
