package dev.drumbeat.gateway.asker;

import dev.drumbeat.gateway.asker.Asker.Nobody;
import dev.drumbeat.gateway.asker.Asker.Person;
import dev.drumbeat.gateway.asker.Asker.Token;
import io.grpc.Deadline;
import io.opentelemetry.api.trace.Span;
import org.jspecify.annotations.Nullable;

/**
 * One request, wherever its work is done.
 *
 * @param deadline when the answer is of no use any more; what is left of it goes along with every call
 * @param correlationId what a fault's answer and its line in the log have in common
 * @param sessionSecret the secret of the asker's session; null without one
 * @param span the gateway's part of its trace; what is asked of services is below it
 */
public record Request(
        Asker asker,
        Deadline deadline,
        String correlationId,
        @Nullable String sessionSecret,
        Span span) {
    /** Name of the servlet request's attribute. */
    public static final String ATTRIBUTE = "dev.drumbeat.gateway.asker.Request";

    /** The person who asks. */
    public Person person() {
        return switch (asker) {
            case Person person -> person;
            case Token token -> throw AskerRefused.tokenReadsNothing();
            case Nobody nobody -> throw AskerRefused.notSignedIn();
        };
    }

    /** Who asks, as the services are told. */
    public String subject() {
        return switch (asker) {
            case Person person -> person.subject();
            case Token token -> token.subject();
            case Nobody nobody -> throw AskerRefused.notSignedIn();
        };
    }

    public Request within(Deadline other) {
        return new Request(asker, other, correlationId, sessionSecret, span);
    }
}
