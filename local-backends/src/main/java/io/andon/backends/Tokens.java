package io.andon.backends;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.ReservedClaimNames;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;

/**
 * Makes and reads the issuer's JSON Web Tokens. Refresh and session tokens are signed tokens too, for the issuer
 * alone: nothing about them is remembered, so they outlive a restart that keeps the key.
 */
final class Tokens {

    static final String AUDIENCE = "andon";
    static final Duration SESSION_VALIDITY = Duration.ofHours(12);

    private final String issuer;
    private final RsaJsonWebKey key;
    private final Clock clock;

    Tokens(String issuer, RsaJsonWebKey key, Clock clock) {
        this.issuer = issuer;
        this.key = key;
        this.clock = clock;
    }

    String access(Person person, String clientId, Duration validity) {
        return sign(accessClaims(person, clientId, validity));
    }

    String accessWithoutEnd(Person person, String clientId) {
        JwtClaims claims = accessClaims(person, clientId, Duration.ZERO);
        claims.unsetClaim(ReservedClaimNames.EXPIRATION_TIME);
        return sign(claims);
    }

    private JwtClaims accessClaims(Person person, String clientId, Duration validity) {
        JwtClaims claims = claims("access", person.subject(), List.of(AUDIENCE), validity);
        claims.setClaim("azp", clientId);
        person.claims().forEach(claims::setClaim);
        return claims;
    }

    String id(Person person, String clientId, Optional<String> nonce, Duration validity) {
        JwtClaims claims = claims("id", person.subject(), List.of(clientId), validity);
        person.claims().forEach(claims::setClaim);
        nonce.ifPresent(value -> claims.setClaim("nonce", value));
        return sign(claims);
    }

    String refresh(Person person, String clientId) {
        JwtClaims claims = claims("refresh", person.subject(), List.of(issuer), SESSION_VALIDITY);
        claims.setClaim("azp", clientId);
        return sign(claims);
    }

    String session(Person person) {
        return sign(claims("session", person.subject(), List.of(issuer), SESSION_VALIDITY));
    }

    /** Whom a refresh token is for, when it is one of ours, still good and given to {@code clientId}. */
    Optional<Person> readRefresh(String token, String clientId) {
        return read(token, "refresh", issuer)
                .filter(claims -> clientId.equals(claims.getClaimValue("azp")))
                .flatMap(Tokens::person);
    }

    Optional<Person> readSession(String token) {
        return read(token, "session", issuer).flatMap(Tokens::person);
    }

    /** The claims of an access token that is still good. */
    Optional<Map<String, Object>> readAccess(String token) {
        return read(token, "access", AUDIENCE).map(JwtClaims::getClaimsMap);
    }

    Map<String, Object> publicKey() {
        return key.toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    private JwtClaims claims(String use, String subject, List<String> audience, Duration validity) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setAudience(audience);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(validity).getEpochSecond()));
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setClaim("token_use", use);
        return claims;
    }

    private String sign(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getRsaPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(key.getAlgorithm());
        signature.setHeader("typ", "JWT");
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("token could not be signed", e);
        }
    }

    private Optional<JwtClaims> read(String token, String use, String audience) {
        JwtConsumer consumer = new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(audience)
                .setVerificationKey(key.getRsaPublicKey())
                .build();
        try {
            return Optional.of(consumer.processToClaims(token))
                    .filter(claims -> use.equals(claims.getClaimValue("token_use")));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private static Optional<Person> person(JwtClaims claims) {
        try {
            return DemoPeople.bySubject(claims.getSubject());
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
