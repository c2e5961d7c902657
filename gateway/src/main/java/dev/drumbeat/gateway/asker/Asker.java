package dev.drumbeat.gateway.asker;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Grant;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.RoleTable;
import dev.drumbeat.platform.domain.Seat;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.grpc.Enums;
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

        /**
         * False when the person's role there never allows it, so that a page needn't ask in vain. It lets nobody in: the services
         * decide, also about whoever is not known to be on the partnership.
         */
        public boolean isWorthAsking(Activity activity, String partnership) {
            return membership(partnership)
                    .flatMap(Person::seat)
                    .map(seat -> allows(activity, seat) || (caller.getAdministrator() && allows(activity, Seat.ADMIN)))
                    .orElse(true);
        }

        private static boolean allows(Activity activity, Seat seat) {
            return RoleTable.get().grant(activity, seat) != Grant.NO;
        }

        private static Optional<Seat> seat(CallerMembership membership) {
            return Enums.decode(membership.getSide(), Side.class)
                    .flatMap(side ->
                            Enums.decode(membership.getRole(), Role.class).map(role -> Seat.of(side, role)));
        }
    }

    /** A system with an ingestion token: it records figures and reads nothing. */
    record Token(Caller caller) implements Asker {
        public String subject() {
            return caller.getSubject();
        }
    }
}
