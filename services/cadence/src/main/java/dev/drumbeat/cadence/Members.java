package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Refusal;
import java.util.List;

/** Who is on a partnership, and which partnerships there are; as the partners service knows it. */
public interface Members {
    /**
     * Both sides.
     *
     * @throws Refusal UNAVAILABLE when nobody can be asked
     */
    List<Member> of(String partnership);

    /**
     * All partnerships there are, one page after another.
     *
     * @param after as the page before said; empty for the first
     */
    Partnerships partnerships(String after);

    /** @param next empty on the last page */
    record Partnerships(List<PartnershipFacts> facts, String next) {}

    /** The member of that name, or a refusal that names the field. */
    default Participant require(String partnership, String person, String field) {
        return of(partnership).stream()
                .map(Member::participant)
                .filter(participant -> participant.person().equals(person))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(
                        field, "person.not_on_partnership", "Name somebody who is on this partnership."));
    }
}
