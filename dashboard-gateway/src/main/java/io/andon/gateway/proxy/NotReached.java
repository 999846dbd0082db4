package io.andon.gateway.proxy;

/** No connection to a service was to be had: what was asked of it was surely not carried out. */
final class NotReached extends RuntimeException {

    NotReached(Throwable cause) {
        super(cause);
    }
}
