package io.andon.bench.server;

import io.andon.bench.load.Connect;
import io.andon.bench.peer.BarePeer;
import io.andon.bench.process.Program;
import io.andon.bench.publish.HttpPublisher;
import io.andon.bench.publish.Publisher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** {@link BarePeer} as a process of its own, with the gateway's heap. */
public final class BareServer implements Server {

    private final Program program;
    private final int port;

    private BareServer(Program program, int port) {
        this.program = program;
        this.port = port;
    }

    public static BareServer start(Path log, List<String> heap) {
        List<String> command = new ArrayList<>(List.of(Program.java()));
        command.addAll(heap);
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), BarePeer.class.getName()));
        Program program = Program.start(log, command);
        return new BareServer(program, Integer.parseInt(program.awaitOutput(Pattern.compile("port (\\d+)\\n"))));
    }

    @Override
    public List<Long> pids() {
        return program.pids();
    }

    @Override
    public Connect connect(List<String> tenants, int subscribers) {
        return Connect.to(port, paths(tenants), List.of(), subscribers, false);
    }

    private static List<String> paths(List<String> tenants) {
        return tenants.stream().map(tenant -> "/" + tenant).toList();
    }

    @Override
    public Publisher publisher(List<String> tenants, boolean batches) {
        return new HttpPublisher(port, paths(tenants));
    }

    @Override
    public void close() {
        program.close();
    }
}
