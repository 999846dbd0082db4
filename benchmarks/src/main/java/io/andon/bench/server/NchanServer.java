package io.andon.bench.server;

import io.andon.bench.load.Connect;
import io.andon.bench.process.Program;
import io.andon.bench.process.Wait;
import io.andon.bench.publish.HttpPublisher;
import io.andon.bench.publish.Publisher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** nginx with the nchan module, one worker, as Debian packages it. */
public final class NchanServer implements Server {

    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_nchan_module.so");

    private final Program program;
    private final int port;

    private NchanServer(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    public static boolean isInstalled() {
        return Files.exists(MODULE);
    }

    /** @param directory for its configuration and log */
    public static NchanServer start(Path directory) {
        int port = freePort();
        try {
            Path run = Files.createDirectories(directory.resolve("nchan"));
            Path configuration = run.resolve("nginx.conf");
            Files.writeString(
                    configuration,
                    template()
                            .replace("@PORT@", Integer.toString(port))
                            .replace("@RUN@", run.toString())
                            .replace("@MODULE@", MODULE.toString()));
            Program program = Program.start(
                    run.resolve("nginx.log"),
                    List.of("nginx", "-p", run.toString(), "-e", "stderr", "-c", configuration.toString()));
            Wait.atMost(Duration.ofSeconds(10), "nginx listens", () -> listens(port));
            return new NchanServer(program, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String template() throws IOException {
        try (InputStream file = NchanServer.class.getResourceAsStream("nchan.conf")) {
            if (file == null) {
                throw new IllegalStateException("nchan.conf is missing beside this class");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** nginx cannot take a port of the system's choice and say which. */
    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public List<Long> pids() {
        return program.pids();
    }

    @Override
    public Connect connect(List<String> tenants, int subscribers) {
        List<String> paths = tenants.stream().map(tenant -> "/events/" + tenant).toList();
        return Connect.to(port, paths, List.of(), subscribers, false);
    }

    @Override
    public Publisher publisher(List<String> tenants, boolean batches) {
        return new HttpPublisher(
                port, tenants.stream().map(tenant -> "/pub/" + tenant).toList());
    }

    @Override
    public boolean isJava() {
        return false;
    }

    @Override
    public void close() {
        program.close();
    }
}
