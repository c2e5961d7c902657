package dev.drumbeat.gateway.services;

import org.jspecify.annotations.Nullable;

/** A service can't be reached, is too slow, or failed: no answer, as opposed to a refusal, which is one. */
public final class ServiceFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Service service;

    ServiceFault(Service service, @Nullable Throwable cause) {
        super(service.word() + " can't be reached right now", cause, false, false);
        this.service = service;
    }

    public Service service() {
        return service;
    }
}
