package io.andon.workorder.tenantsettings;

import io.andon.kit.problem.InvalidField;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The body of {@code PUT /tenant-settings}; what is absent becomes the default. */
record NewSettings(
        @NotNull String zone,
        @NotNull String currency,
        @Size(min = 2, max = 2) @Nullable
                List<@NotNull @Positive @DecimalMax("100") @Digits(integer = 3, fraction = 2) BigDecimal> abcThresholds,
        @Positive @Max(36_500) @Nullable Integer slowThresholdDays,
        @Positive @Max(36_500) @Nullable Integer deadThresholdDays,
        @Size(min = 3, max = 3) @Nullable List<@NotNull @Positive @Max(36_500) Integer> agingBuckets) {

    /** @throws InvalidField if a value is none, or two contradict each other */
    TenantSettings checked() {
        TenantSettings defaults = TenantSettings.DEFAULTS;
        TenantSettings settings = new TenantSettings(
                zone,
                currency,
                abcThresholds == null ? defaults.abcThresholds() : abcThresholds,
                slowThresholdDays == null ? defaults.slowThresholdDays() : slowThresholdDays,
                deadThresholdDays == null ? defaults.deadThresholdDays() : deadThresholdDays,
                agingBuckets == null ? defaults.agingBuckets() : agingBuckets);
        require(ZoneId.getAvailableZoneIds().contains(zone), "zone", "is not an IANA time zone");
        require(isCurrency(currency), "currency", "is not an ISO 4217 code");
        require(isAscending(settings.abcThresholds()), "abcThresholds", "must ascend");
        require(
                settings.slowThresholdDays() < settings.deadThresholdDays(),
                "slowThresholdDays",
                "must be less than deadThresholdDays");
        require(isAscending(settings.agingBuckets()), "agingBuckets", "must ascend");
        return settings;
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getCurrencyCode().equals(code);
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static <T extends Comparable<T>> boolean isAscending(List<T> values) {
        return IntStream.range(1, values.size()).allMatch(i -> values.get(i - 1).compareTo(values.get(i)) < 0);
    }

    private static void require(boolean condition, String field, String message) {
        if (!condition) {
            throw new InvalidField(field, message);
        }
    }
}
