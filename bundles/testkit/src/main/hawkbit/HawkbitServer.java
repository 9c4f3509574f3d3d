package io.verge.interop;

import org.eclipse.hawkbit.autoconfigure.security.EnableHawkbitManagedSecurityConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A hawkBit: device and management interface on a port of the loopback interface, which it prints; everything in memory but the files, whose
 * folder is its argument. It ends with its standard input. Run from its source: its Spring reads no class files of Java 17.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableHawkbitManagedSecurityConfiguration
public class HawkbitServer {
    public static void main(String[] arguments) throws Exception {
        ConfigurableApplicationContext server = SpringApplication.run(
                HawkbitServer.class,
                "--spring.main.banner-mode=off",
                "--spring.main.allow-bean-definition-overriding=true",
                "--logging.level.root=WARN",
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.jpa.database=H2",
                "--spring.datasource.url=jdbc:h2:mem:hawkbit;DB_CLOSE_ON_EXIT=FALSE;MODE=MySQL",
                "--spring.datasource.driverClassName=org.h2.Driver",
                "--spring.datasource.username=sa",
                "--spring.datasource.password=",
                "--spring.security.user.name=admin",
                "--spring.security.user.password={noop}admin",
                "--org.eclipse.hawkbit.repository.file.path=" + arguments[0],
                "--hawkbit.server.ddi.security.authentication.targettoken.enabled=true");
        System.out.println("port " + server.getEnvironment().getProperty("local.server.port"));
        while (System.in.read() >= 0) {
            // Nothing is said to it.
        }
        server.close();
        System.exit(0);
    }
}
