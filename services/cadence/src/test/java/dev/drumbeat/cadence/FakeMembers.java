package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The people of {@link dev.drumbeat.testkit.FakeDirectory#staffed}: a LEADER, an OPS and a VIEWER on each side. */
public final class FakeMembers implements Members {
    private final List<PartnershipFacts> partnerships = new ArrayList<>();
    private final Set<String> lost = new HashSet<>();

    public void add(PartnershipFacts facts) {
        partnerships.add(facts);
    }

    /** From now on nobody can be asked who is on it. */
    public void lose(String partnership) {
        lost.add(partnership);
    }

    @Override
    public List<Member> of(String partnership) {
        if (lost.contains(partnership)) {
            throw Refusal.unavailable("The directory of people");
        }
        String id = partnership.substring("partnerships/".length());
        List<Member> members = new ArrayList<>();
        for (Side side : Side.values()) {
            for (Role role : Role.values()) {
                String name = id + "-" + side.name().toLowerCase(Locale.ROOT) + "-"
                        + role.name().toLowerCase(Locale.ROOT);
                String company = (side == Side.OWNER ? "Owner of " : "Partner of ") + id;
                members.add(new Member(
                        new Participant("people/" + name, name, side, company), role, name + "@example.com"));
            }
        }
        return members;
    }

    @Override
    public Partnerships partnerships(String after) {
        return new Partnerships(List.copyOf(partnerships), "");
    }
}
