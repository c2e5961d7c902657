package dev.drumbeat.gateway.asker;

import dev.drumbeat.proto.partners.v1.Caller;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who asks, as partners knows them. */
public sealed interface Asker {
    /** Nobody who is known. */
    record Nobody() implements Asker {}

    /**
     * A person with a session.
     *
     * @param memberships by partnership name
     */
    record Person(Caller caller, Map<String, CallerMembership> memberships) implements Asker {
        public Person {
            memberships = Map.copyOf(memberships);
        }

        public static Person of(Caller caller) {
            return new Person(
                    caller,
                    caller.getMembershipsList().stream()
                            .collect(Collectors.toMap(CallerMembership::getPartnership, membership -> membership)));
        }

        public String subject() {
            return caller.getSubject();
        }

        public Optional<CallerMembership> membership(String partnership) {
            return Optional.ofNullable(memberships.get(partnership));
        }
    }

    /** A system with an ingestion token: it records figures and reads nothing. */
    record Token(Caller caller) implements Asker {
        public String subject() {
            return caller.getSubject();
        }
    }
}
