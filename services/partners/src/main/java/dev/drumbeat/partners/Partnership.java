package dev.drumbeat.partners;

import dev.drumbeat.platform.domain.Json;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Side;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One owner company, one partner company, and the people of both who work on it. A person is on it once, on the side of their
 * company.
 *
 * @param id the last part of {@code partnerships/{partnership}}
 * @param timeZone in which periods begin and end
 * @param currency ISO 4217
 * @param dataNotice what a reader must know about where the figures come from; may be empty
 */
public record Partnership(
        String id,
        String displayName,
        Company owner,
        Company partner,
        ZoneId timeZone,
        String currency,
        String dataNotice,
        List<Member> members) {
    public static final String COLLECTION = "partnerships";
    public static final int MEMBERS_MAX = 200;

    public Partnership {
        if (owner.id().equals(partner.id())) {
            throw Refusal.invalid("partner", "partnership.one_company", "A partnership needs two different companies.");
        }
        members = List.copyOf(members);
    }

    public String name() {
        return COLLECTION + "/" + id;
    }

    public Company company(Side side) {
        return side == Side.OWNER ? owner : partner;
    }

    /** The side a company is on; empty for a third one. */
    public Optional<Side> sideOf(String companyId) {
        if (owner.id().equals(companyId)) {
            return Optional.of(Side.OWNER);
        }
        return partner.id().equals(companyId) ? Optional.of(Side.PARTNER) : Optional.empty();
    }

    public Optional<Member> member(String person) {
        return members.stream().filter(member -> member.person().equals(person)).findFirst();
    }

    /** With this member, in place of what the person was before. */
    Partnership with(Member member) {
        List<Member> next = new ArrayList<>(without(member.person()).members());
        next.add(member);
        if (next.size() > MEMBERS_MAX) {
            throw Refusal.of(
                    Reason.LIMIT_REACHED,
                    "partnership.members_limit",
                    "A partnership has at most " + MEMBERS_MAX + " people. Take somebody off first.");
        }
        return new Partnership(id, displayName, owner, partner, timeZone, currency, dataNotice, next);
    }

    Partnership without(String person) {
        List<Member> others = members.stream()
                .filter(member -> !member.person().equals(person))
                .toList();
        return new Partnership(id, displayName, owner, partner, timeZone, currency, dataNotice, others);
    }

    public PartnershipFacts facts() {
        return new PartnershipFacts(
                name(), displayName, owner.displayName(), partner.displayName(), timeZone, currency);
    }

    String json() {
        return Json.object(
                "displayName",
                displayName,
                "owner",
                owner.name(),
                "partner",
                partner.name(),
                "timeZone",
                timeZone.getId(),
                "currency",
                currency,
                "dataNotice",
                dataNotice);
    }
}
