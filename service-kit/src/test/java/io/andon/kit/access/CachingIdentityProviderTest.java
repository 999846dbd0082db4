package io.andon.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.junit.jupiter.api.Test;

class CachingIdentityProviderTest {

    private static final Instant START = Instant.parse("2026-06-01T00:00:00Z");
    private static final Duration KEPT_FOR = Duration.ofSeconds(30);
    private static final String TOKEN = "head.claims.signature";

    private final JwtClaims claims = new JwtClaims();
    private final List<String> verified = new ArrayList<>();
    private boolean refusesAll;
    private Instant now = START;
    private final CachingIdentityProvider provider =
            new CachingIdentityProvider(new Issuer(), () -> KEPT_FOR, new TestClock());

    CachingIdentityProviderTest() {
        endsAt(START.plus(Duration.ofHours(1)));
    }

    @Test
    void verifiesATokenOnceForAsLongAsItIsKept() {
        authenticate(TOKEN);
        now = START.plus(KEPT_FOR).minusMillis(1);
        authenticate(TOKEN);
        assertThat(verified).hasSize(1);

        now = START.plus(KEPT_FOR);
        authenticate(TOKEN);
        assertThat(verified).hasSize(2);
    }

    @Test
    void asksAgainFromTheSecondOfTheTokensEndOn() {
        Instant end = START.plusSeconds(10);
        endsAt(end);
        authenticate(TOKEN);
        now = end.minusMillis(1);
        authenticate(TOKEN);
        assertThat(verified).hasSize(1);

        now = end;
        assertThatThrownBy(() -> authenticate(TOKEN)).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void keepsNoTokenThatIsTakenAfterItsEndByLeeway() {
        endsAt(START);
        claims.setClaim("leeway", true);

        authenticate(TOKEN);
        authenticate(TOKEN);

        assertThat(verified).hasSize(2);
    }

    @Test
    void keepsNoTokenWithoutAnEnd() {
        claims.unsetClaim("exp");

        authenticate(TOKEN);
        authenticate(TOKEN);

        assertThat(verified).hasSize(2);
    }

    @Test
    void keepsNoTokenWhoseBearerHasToProveAKey() {
        claims.setClaim("cnf", "{}");

        authenticate(TOKEN);
        authenticate(TOKEN);

        assertThat(verified).hasSize(2);
    }

    @Test
    void keepsNoTokenThatTheIssuerWasAskedAbout() {
        claims.setClaim("asked", true);

        authenticate(TOKEN);
        authenticate(TOKEN);

        assertThat(verified).hasSize(2);
    }

    @Test
    void keepsNoRefusal() {
        refusesAll = true;
        assertThatThrownBy(() -> authenticate(TOKEN)).isInstanceOf(AuthenticationFailedException.class);

        refusesAll = false;
        authenticate(TOKEN);

        assertThat(verified).hasSize(2);
    }

    @Test
    void noticesAKeyThatIsNoLongerGoodWhenTheTokenIsNoLongerKept() {
        authenticate(TOKEN);
        refusesAll = true;
        now = START.plus(KEPT_FOR);

        assertThatThrownBy(() -> authenticate(TOKEN)).isInstanceOf(AuthenticationFailedException.class);
        now = START;
        assertThatThrownBy(() -> authenticate("another")).isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void verifiesATokenThatDiffersInItsLastByte() {
        authenticate(TOKEN);
        refusesAll = true;

        assertThatThrownBy(() -> authenticate(TOKEN.replace("signature", "signaturf")))
                .isInstanceOf(AuthenticationFailedException.class);
        assertThat(authenticate(TOKEN)).isNotNull();
    }

    @Test
    void keepsNothingLongerWhenTheClockIsSetBack() {
        authenticate(TOKEN);
        now = START.minus(Duration.ofDays(1));
        authenticate(TOKEN);

        assertThat(verified).hasSize(2);
    }

    @Test
    void keepsABoundedNumberOfTokensTheLatestOnes() {
        for (int i = 0; i <= VerifiedTokens.MOST; i++) {
            authenticate("token " + i);
        }
        verified.clear();

        authenticate("token 1");
        authenticate("token " + VerifiedTokens.MOST);
        authenticate("token 0");

        assertThat(verified).containsExactly("token 0");
    }

    @Test
    void keepsNothingWhenItIsTurnedOff() {
        CachingIdentityProvider always =
                new CachingIdentityProvider(new Issuer(), () -> Duration.ZERO, new TestClock());

        authenticate(always, TOKEN);
        authenticate(always, TOKEN);

        assertThat(verified).hasSize(2);
    }

    private void endsAt(Instant end) {
        claims.setExpirationTime(NumericDate.fromSeconds(end.getEpochSecond()));
    }

    private SecurityIdentity authenticate(String token) {
        return authenticate(provider, token);
    }

    private static SecurityIdentity authenticate(CachingIdentityProvider provider, String token) {
        AuthenticationRequestContext context = blocking -> Uni.createFrom().item(blocking);
        return provider.authenticate(new TokenAuthenticationRequest(new AccessTokenCredential(token)), context)
                .await()
                .indefinitely();
    }

    /** Gives every token the same claims. */
    private final class Issuer implements IdentityProvider<TokenAuthenticationRequest> {

        @Override
        public Class<TokenAuthenticationRequest> getRequestType() {
            return TokenAuthenticationRequest.class;
        }

        @Override
        public Uni<SecurityIdentity> authenticate(
                TokenAuthenticationRequest request, AuthenticationRequestContext context) {
            verified.add(request.getToken().getToken());
            var bearer = new OidcJwtCallerPrincipal(claims, request.getToken());
            boolean over = bearer.getExpirationTime() != 0
                    && bearer.getExpirationTime() <= now.getEpochSecond()
                    && !bearer.containsClaim("leeway");
            if (refusesAll || over) {
                return Uni.createFrom().failure(new AuthenticationFailedException());
            }
            var identity = QuarkusSecurityIdentity.builder().setPrincipal(bearer);
            if (bearer.containsClaim("asked")) {
                identity.addAttribute("introspection", "active");
            }
            return Uni.createFrom().item(identity.build());
        }
    }

    private final class TestClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }
}
