package io.andon.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    private static final int LONGEST_FILE = 250;
    private static final Pattern SQL = Pattern.compile("\"\"\"(.*?)\"\"\"|\"([^\"\\n]+)\"", Pattern.DOTALL);
    private static final Pattern STATEMENT =
            Pattern.compile("^\\s*(with|select .* from|insert into|update .* set|delete from)\\b.*", Pattern.DOTALL);

    /** Tables that are not a tenant's: the outbox and what serves every tenant at once. */
    private static final Pattern NO_TENANTS_TABLE = Pattern.compile("\\b(outbox|outbox_refused|tenant|pg_[a-z_]+)\\b");

    @Test
    void noFileIsTooLongToHoldInTheHead() {
        List<Path> tooLong = Stream.concat(
                        Project.javaFiles("src/main/java").stream(), Project.javaFiles("src/test/java").stream())
                .filter(file -> Project.read(file).lines().count() > LONGEST_FILE)
                .toList();

        assertThat(tooLong).isEmpty();
    }

    @Test
    void everyPackageSaysWhatItOwnsAndIsNullMarked() {
        List<Path> silent = Project.javaFiles("src/main/java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !isDescribed(folder.resolve("package-info.java")))
                .toList();

        assertThat(silent).isEmpty();
    }

    @Test
    void everyStatementNamesTheTenant() {
        List<String> tenantless = Project.javaFiles("src/main/java").stream()
                .filter(file -> file.toString().contains("workorder-service")
                        || file.toString().contains("metrics-service"))
                .flatMap(file -> statements(Project.read(file))
                        .filter(sql -> !sql.contains("tenant")
                                && !NO_TENANTS_TABLE.matcher(sql).find())
                        .map(sql -> file.getFileName() + ": " + sql.strip()))
                .toList();

        assertThat(tenantless).isEmpty();
    }

    @Test
    void decisionRecordsAreNumberedWithoutGaps() {
        List<String> records = Project.walk(Project.ROOT.resolve("docs/adr"))
                .map(file -> file.getFileName().toString())
                .sorted()
                .toList();

        assertThat(records.stream().map(name -> name.substring(0, 4)))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, records.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    private static boolean isDescribed(Path packageInfo) {
        return Files.exists(packageInfo)
                && Project.read(packageInfo).contains("@NullMarked")
                && Project.read(packageInfo).contains("/**");
    }

    private static Stream<String> statements(String source) {
        Matcher literals = SQL.matcher(source);
        return literals.results()
                .map(literal -> literal.group(1) != null ? literal.group(1) : literal.group(2))
                .filter(text -> STATEMENT.matcher(text).matches());
    }
}
