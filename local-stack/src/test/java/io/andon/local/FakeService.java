package io.andon.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Stands where a service stands and says that it is ready: with it the launcher is tested on its own. When it is asked
 * to end, it notes whether the broker was still there.
 */
final class FakeService {

    private FakeService() {}

    public static void main(String[] arguments) throws IOException {
        String program = System.getProperty("java.class.path");
        String broken = System.getenv().getOrDefault("FAKE_BREAKS", "none");
        System.out.println("A fake service starts");
        if (program.contains(broken)) {
            System.out.println("No space left on the moon");
            System.exit(3);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("Kafka is " + kafka())));
        int port = Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    private static String kafka() {
        String[] address = System.getenv("KAFKA_BOOTSTRAP_SERVERS").split(":");
        try (Socket socket = new Socket(address[0], Integer.parseInt(address[1]))) {
            return socket.isConnected() ? "up" : "down";
        } catch (IOException e) {
            return "down";
        }
    }

    /** Makes a project folder whose three services are this class. */
    static void installInto(Path root) throws IOException {
        Files.createDirectories(root.resolve("local-stack"));
        Files.createFile(root.resolve("local-stack").resolve("pom.xml"));
        for (String service : new String[] {ServicePlans.WORKORDER, ServicePlans.METRICS, ServicePlans.GATEWAY}) {
            Path folder = root.resolve(service).resolve("target/quarkus-app");
            Files.createDirectories(folder);
            writeJar(folder.resolve("quarkus-run.jar"));
        }
    }

    private static void writeJar(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
        String entry = FakeService.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var bytes = FakeService.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            bytes.transferTo(out);
        }
    }
}
