package dev.drumbeat.platform.directory;

import dev.drumbeat.platform.domain.Caller;
import dev.drumbeat.platform.domain.CallerDirectory;
import dev.drumbeat.platform.domain.Membership;
import dev.drumbeat.platform.domain.PartnershipDirectory;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.grpc.CallPolicy;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.partners.v1.BatchGetPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.CallerMembership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import dev.drumbeat.proto.partners.v1.ResolveCallerRequest;
import io.grpc.Channel;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the partners service, as the service that this process is. */
public final class RemoteDirectory implements CallerDirectory, PartnershipDirectory {
    private static final int BATCH = 100;

    private final PartnersServiceGrpc.PartnersServiceBlockingStub partners;

    /** @param channel one that sends this process's own identity along */
    public RemoteDirectory(Channel channel) {
        this.partners = PartnersServiceGrpc.newBlockingStub(channel);
    }

    public static CallPolicy policy() {
        return CallPolicy.of(PartnersServiceGrpc.SERVICE_NAME)
                .reads(
                        "ResolveCaller",
                        "ResolveSession",
                        "ResolveIngestionToken",
                        "GetPartnership",
                        "BatchGetPartnerships",
                        "ListPartnerships",
                        "ListMembers",
                        "ListSessions",
                        "GetPasswordLink",
                        "ListPeople",
                        "ListCompanies",
                        "ListIngestionTokens",
                        "ListAuditEvents");
    }

    @Override
    public Optional<Caller> resolve(String subject) {
        try {
            return Optional.of(caller(partners.resolveCaller(
                    ResolveCallerRequest.newBuilder().setSubject(subject).build())));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public Map<String, PartnershipFacts> find(Collection<String> names) {
        List<String> wanted = names.stream().distinct().toList();
        Map<String, PartnershipFacts> found = new LinkedHashMap<>();
        for (int from = 0; from < wanted.size(); from += BATCH) {
            partners.batchGetPartnerships(BatchGetPartnershipsRequest.newBuilder()
                            .addAllNames(wanted.subList(from, Math.min(from + BATCH, wanted.size())))
                            .build())
                    .getPartnershipsList()
                    .forEach(partnership -> found.put(partnership.getName(), facts(partnership)));
        }
        return found;
    }

    static Caller caller(dev.drumbeat.proto.partners.v1.Caller answer) {
        List<Membership> memberships = new ArrayList<>(answer.getMembershipsCount());
        answer.getMembershipsList().forEach(membership -> memberships.add(membership(membership)));
        Map<String, Membership> byPartnership = new LinkedHashMap<>();
        memberships.forEach(
                membership -> byPartnership.put(membership.partnership().name(), membership));
        return new Caller(
                answer.getSubject(),
                answer.getDisplayName(),
                answer.getCompany(),
                answer.getAdministrator(),
                byPartnership);
    }

    private static Membership membership(CallerMembership answer) {
        Side side = Wire.side("side", answer.getSide());
        @Nullable
        Role role = switch (answer.getRole()) {
            case ROLE_UNSPECIFIED, UNRECOGNIZED -> null;
            case ROLE_LEADER -> Role.LEADER;
            case ROLE_OPS -> Role.OPS;
            case ROLE_VIEWER -> Role.VIEWER;
        };
        PartnershipFacts facts = new PartnershipFacts(
                answer.getPartnership(),
                answer.getDisplayName(),
                answer.getOwnerCompany(),
                answer.getPartnerCompany(),
                ZoneId.of(answer.getTimeZone()),
                answer.getCurrency());
        return new Membership(facts, side, role, answer.getRecordableKpisList());
    }

    private static PartnershipFacts facts(Partnership answer) {
        return new PartnershipFacts(
                answer.getName(),
                answer.getDisplayName(),
                answer.getOwner().getDisplayName(),
                answer.getPartner().getDisplayName(),
                ZoneId.of(answer.getTimeZone()),
                answer.getCurrency());
    }
}
