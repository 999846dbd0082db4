package io.andon.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void comparesTheMediansOfASetting() {
        Report report = new Report("saturation", "as fast as it goes", Map.of("machine", "a small one"));
        report.row("10 subscribers", "gateway")
                .add("events/s", 900)
                .add("events/s", 1100)
                .add("events/s", 1000);
        report.row("10 subscribers", "bare").add("events/s", 250);
        report.row("20 subscribers", "gateway").add("events/s", 7);
        report.note("It rained.");

        String text = new TextTable(report).toString();

        assertThat(text)
                .contains("== saturation: as fast as it goes", "machine: a small one", "Note: It rained.")
                .containsPattern("10 subscribers\\n +events/s\\n +gateway +1,000 \\(900–1,100\\)\\n +bare +250\\n")
                .containsPattern("gateway / bare +4\\n")
                .containsPattern("20 subscribers\\n +events/s\\n +gateway +7\\n");
    }

    @Test
    void takesTheMiddleOfAnEvenNumber() {
        assertThat(new Samples(List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
    }

    @Test
    void showsThreeDigitsThatSaySomething() {
        assertThat(List.of(0.1234, 1.234, 12.34, 123.4, 1234567.0).stream().map(Samples::text))
                .containsExactly("0.123", "1.23", "12.3", "123", "1,234,567");
    }
}
