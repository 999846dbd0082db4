package io.andon.gateway.access;

import io.andon.gateway.problem.Problem;

/** Why a caller is not let in. */
public record Denial(Kind kind, Problem problem) {

    public enum Kind {
        /** The caller must bring something else, or cannot be let in at all. */
        REFUSED,
        /** The caller is known, but its tenant is suspended. */
        SUSPENDED,
        /** Nobody can tell now; the caller should come back. */
        UNVERIFIED
    }

    private static final String RETRY_SECONDS = "5";

    static Denial unauthorized(String detail) {
        return unauthorized(detail, "Bearer");
    }

    static Denial invalidToken() {
        return unauthorized(
                "The token is malformed, expired or not from our issuer.", "Bearer error=\"invalid_token\"");
    }

    private static Denial unauthorized(String detail, String challenge) {
        return new Denial(
                Kind.REFUSED,
                Problem.of(401, "UNAUTHENTICATED", "Not signed in", detail).with("WWW-Authenticate", challenge));
    }

    static Denial forbidden(String code, String title, String detail) {
        return new Denial(Kind.REFUSED, Problem.of(403, code, title, detail));
    }

    static Denial suspended() {
        return new Denial(
                Kind.SUSPENDED,
                Problem.of(403, "TENANT_SUSPENDED", "Suspended", "The tenant of this token is suspended."));
    }

    static Denial unverified() {
        return new Denial(
                Kind.UNVERIFIED,
                Problem.of(503, "ISSUER_UNAVAILABLE", "Try again", "The token cannot be verified at the moment.")
                        .with("Retry-After", RETRY_SECONDS));
    }
}
