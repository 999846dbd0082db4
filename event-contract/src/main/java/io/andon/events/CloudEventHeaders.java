package io.andon.events;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the headers of a record in CloudEvents binary mode, without a dependency on a Kafka client: headers
 * are names with UTF-8 values here.
 *
 * <p>Source of the rules: CloudEvents 1.0.2 and its Kafka protocol binding §3.2.
 */
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";
    public static final String TENANT_ID = "ce_tenantid";
    public static final String CONTENT_TYPE = "content-type";

    private static final String SPEC_VERSION_1_0 = "1.0";
    private static final String JSON = "application/json";

    private CloudEventHeaders() {}

    /** The headers of {@code event}, in the order in which they are written. */
    public static Map<String, byte[]> of(CloudEvent event) {
        Map<String, byte[]> headers = new LinkedHashMap<>();
        headers.put(SPEC_VERSION, utf8(SPEC_VERSION_1_0));
        headers.put(ID, utf8(event.id().toString()));
        headers.put(TYPE, utf8(event.type()));
        headers.put(SOURCE, utf8(event.source()));
        headers.put(TIME, utf8(event.time().toString()));
        headers.put(SUBJECT, utf8(event.subject()));
        headers.put(TENANT_ID, utf8(event.tenant().value()));
        headers.put(CONTENT_TYPE, utf8(JSON));
        return headers;
    }

    /**
     * Reads a record.
     *
     * @param key the record's key: the tenant id, or for master data {@code tenantId/kind/id}
     * @param header a header's last value by name, null where it is absent
     * @param value the record's value
     * @throws PoisonRecordException if a header is missing or malformed, the key names another tenant than
     *     {@code ce_tenantid}, or the value is not JSON
     */
    public static CloudEvent read(
            byte @Nullable [] key, Function<String, byte @Nullable []> header, byte @Nullable [] value) {
        String version = required(header, SPEC_VERSION);
        if (!SPEC_VERSION_1_0.equals(version)) {
            throw new PoisonRecordException(SPEC_VERSION + " is not " + SPEC_VERSION_1_0);
        }
        TenantId tenant = tenant(required(header, TENANT_ID));
        requireKeyOf(tenant, key);
        CloudEvent event = new CloudEvent(
                id(required(header, ID)),
                tenant,
                singleLine(TYPE, required(header, TYPE)),
                required(header, SOURCE),
                required(header, SUBJECT),
                time(required(header, TIME)),
                value == null ? new byte[0] : value);
        EventJson.requireJson(event.data());
        return event;
    }

    private static String required(Function<String, byte @Nullable []> header, String name) {
        byte[] bytes = header.apply(name);
        if (bytes == null || bytes.length == 0) {
            throw new PoisonRecordException("header " + name + " is missing");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static TenantId tenant(String text) {
        try {
            return new TenantId(text);
        } catch (IllegalArgumentException e) {
            throw new PoisonRecordException("header " + TENANT_ID + " is not a tenant id", e);
        }
    }

    private static void requireKeyOf(TenantId tenant, byte @Nullable [] keyBytes) {
        String key = keyBytes == null ? "" : new String(keyBytes, StandardCharsets.UTF_8);
        if (!key.equals(tenant.value()) && !key.startsWith(tenant.value() + "/")) {
            throw new PoisonRecordException("the key does not belong to the tenant of header " + TENANT_ID);
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PoisonRecordException("header " + ID + " is not a UUID", e);
        }
    }

    /** A line break in a type would end the field of a server-sent event and begin another of the sender's choice. */
    private static String singleLine(String name, String text) {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new PoisonRecordException("header " + name + " contains a control character");
        }
        return text;
    }

    private static Instant time(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new PoisonRecordException("header " + TIME + " is not an RFC 3339 time", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
