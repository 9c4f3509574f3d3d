package io.verge.messages.compiler;

/** The frame of a generated file: package, imports, Javadoc. */
final class FileCode {
    private static final String RUNTIME = "io.verge.messages.uper.";
    private static final String[] IMPORTS = {
        "java.io.IOException",
        "java.util.Arrays",
        "java.util.List",
        "java.util.Objects",
        RUNTIME + "Additions",
        RUNTIME + "BitReader",
        RUNTIME + "BitString",
        RUNTIME + "BitWriter",
        RUNTIME + "Codec",
        RUNTIME + "CodecException",
        RUNTIME + "Elements",
        RUNTIME + "Enumeration",
        RUNTIME + "JerReader",
        RUNTIME + "JerWriter",
        RUNTIME + "Octets",
        "org.jspecify.annotations.Nullable"
    };

    private FileCode() {}

    /** A complete file around a body; only imports that the body uses are written. */
    static String file(String packageName, JavaSource body) {
        String text = body.toString();
        StringBuilder file = new StringBuilder("package ").append(packageName).append(";\n\n");
        for (String name : IMPORTS) {
            String simple = name.substring(name.lastIndexOf('.') + 1);
            if (text.matches("(?s).*\\b" + simple + "\\b.*")) {
                file.append("import ").append(name).append(";\n");
            }
        }
        return file.append('\n').append(text).toString();
    }

    static String packageInfo(String packageName, String source) {
        return "/** Generated from the ASN.1 modules of " + source + ". */\n@NullMarked\npackage " + packageName
                + ";\n\nimport org.jspecify.annotations.NullMarked;\n";
    }
}
