package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The people of {@link dev.drumbeat.testkit.FakeDirectory#staffed}: a LEADER, an OPS and a VIEWER on each side. */
public final class FakeMembers implements Members {
    private final List<PartnershipFacts> partnerships = new ArrayList<>();

    public void add(PartnershipFacts facts) {
        partnerships.add(facts);
    }

    @Override
    public List<Member> of(String partnership) {
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
