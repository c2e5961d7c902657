package dev.drumbeat.actions.clients;

import dev.drumbeat.actions.ActionPerson;
import dev.drumbeat.actions.People;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks partners who is on a partnership, and again only when its revision has grown. What is known is good for 2 s, and for 60 s
 * while partners can't be reached.
 */
@Singleton
final class PartnersPeople implements People {
    private static final Duration FRESH = Duration.ofSeconds(2);
    private static final Duration USABLE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 100;
    private static final int KEPT = 5_000;

    private final PartnersServiceGrpc.PartnersServiceBlockingStub partners;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(long revision, List<Member> members, long checkedNanos) {
        boolean isYoungerThan(Duration age) {
            return System.nanoTime() - checkedNanos < age.toNanos();
        }
    }

    PartnersPeople(@Named("partners") ManagedChannel channel) {
        this.partners = PartnersServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public Map<String, List<Member>> on(Collection<String> partnerships) {
        List<String> stale = partnerships.stream()
                .distinct()
                .filter(name -> !isKnown(name, FRESH))
                .toList();
        try {
            for (int from = 0; from < stale.size(); from += AT_ONCE) {
                check(stale.subList(from, Math.min(from + AT_ONCE, stale.size())));
            }
        } catch (StatusRuntimeException e) {
            if (!stale.stream().allMatch(name -> isKnown(name, USABLE))) {
                throw Refusal.unavailable("Who is on the partnership");
            }
        }
        Map<String, List<Member>> found = new HashMap<>();
        for (String name : partnerships) {
            Known entry = known.get(name);
            found.put(name, entry == null ? List.of() : entry.members());
        }
        return found;
    }

    private boolean isKnown(String name, Duration age) {
        Known entry = known.get(name);
        return entry != null && entry.isYoungerThan(age);
    }

    private void check(List<String> names) {
        if (known.size() > KEPT) {
            known.values().removeIf(entry -> !entry.isYoungerThan(USABLE));
        }
        Map<String, Partnership> found = new HashMap<>();
        partners.batchGetPartnerships(BatchGetPartnershipsRequest.newBuilder()
                        .addAllNames(names)
                        .build())
                .getPartnershipsList()
                .forEach(partnership -> found.put(partnership.getName(), partnership));
        for (String name : names) {
            @Nullable Partnership partnership = found.get(name);
            if (partnership == null) {
                known.put(name, new Known(-1, List.of(), System.nanoTime()));
            } else {
                known.put(name, current(partnership));
            }
        }
    }

    private Known current(Partnership partnership) {
        Known entry = known.get(partnership.getName());
        List<Member> members =
                entry != null && entry.revision() == partnership.getRevision() ? entry.members() : members(partnership);
        return new Known(partnership.getRevision(), members, System.nanoTime());
    }

    private List<Member> members(Partnership partnership) {
        List<Member> members = new ArrayList<>();
        for (Membership membership : partners.listMembers(ListMembersRequest.newBuilder()
                        .setPartnership(partnership.getName())
                        .build())
                .getMembersList()) {
            Side side = Wire.side("side", membership.getSide());
            String company = side == Side.OWNER
                    ? partnership.getOwner().getDisplayName()
                    : partnership.getPartner().getDisplayName();
            members.add(new Member(
                    new ActionPerson(
                            membership.getPerson().getName(),
                            membership.getPerson().getDisplayName(),
                            side,
                            company),
                    Wire.role("role", membership.getRole())));
        }
        return members;
    }
}
