package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Actor;
import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.Request;
import dev.drumbeat.platform.domain.Writes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Takes people who left off their partnerships; repeated until it is done, so that an interruption heals. */
public final class EndMemberships {
    private static final int BATCH = 50;
    private static final Caller SYSTEM = Caller.service("partners");

    private final PersonStore people;
    private final PartnershipStore partnerships;
    private final Clock clock;

    public EndMemberships(PersonStore people, PartnershipStore partnerships, Clock clock) {
        this.people = people;
        this.partnerships = partnerships;
        this.clock = clock;
    }

    /** Of everybody who left and is still on a partnership. */
    public void sweep() {
        people.leaving(BATCH).forEach(this::of);
    }

    void of(Person person) {
        if (person.isActive()) {
            return;
        }
        partnerships.ofPerson(person.id()).forEach(partnership -> end(person, partnership));
        people.find(person.id())
                .filter(kept -> kept.value().leaving())
                .ifPresent(kept -> people.replace(
                        kept,
                        kept.next(kept.value().gone(), request("gone", person.id()), clock.instant(), List.of())));
    }

    private void end(Person person, Partnership partnership) {
        Instant now = clock.instant();
        Writes.change(
                partnerships,
                partnership.id(),
                partnership.name(),
                request("end." + partnership.id(), person.id()),
                now,
                before -> {
                    String was =
                            before.value().member(person.id()).map(Member::json).orElse("");
                    return new Writes.Change<>(
                            before.value().without(person.id()),
                            List.of(Writes.event(
                                    partnership.name(),
                                    now,
                                    Actor.service("partners"),
                                    "membership.ended",
                                    partnership.name() + "/members/" + person.id(),
                                    before.revision() + 1,
                                    was,
                                    "",
                                    "left")));
                });
    }

    private static Request request(String what, String person) {
        String id = dev.drumbeat.platform.domain.Ids.of(what, person);
        return Request.of(SYSTEM, id, id);
    }
}
