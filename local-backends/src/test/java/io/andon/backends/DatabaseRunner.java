package io.andon.backends;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program to kill: it starts a server, prints the server's process id and waits for its end. */
final class DatabaseRunner {

    private DatabaseRunner() {}

    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        Database database = Database.start(DatabaseSettings.fast(data, 0));
        database.createDatabase("workorder");
        DatabaseIT.execute(database, "create table note (text text)");
        DatabaseIT.execute(database, "insert into note values ('kept')");
        System.out.println(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        new CountDownLatch(1).await();
    }
}
