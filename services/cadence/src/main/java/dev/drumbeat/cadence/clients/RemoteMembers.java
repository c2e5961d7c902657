package dev.drumbeat.cadence.clients;

import dev.drumbeat.cadence.Member;
import dev.drumbeat.cadence.Members;
import dev.drumbeat.cadence.Participant;
import dev.drumbeat.platform.domain.PartnershipFacts;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.platform.domain.Role;
import dev.drumbeat.platform.domain.Side;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.partners.v1.GetPartnershipRequest;
import dev.drumbeat.proto.partners.v1.ListMembersRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsRequest;
import dev.drumbeat.proto.partners.v1.ListPartnershipsResponse;
import dev.drumbeat.proto.partners.v1.Membership;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Partnership;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;

/** People and partnerships, asked of the partners service. */
@Singleton
final class RemoteMembers implements Members {
    private static final int PAGE = 100;

    private final PartnersServiceGrpc.PartnersServiceBlockingStub partners;

    RemoteMembers(@Named("partners") ManagedChannel channel) {
        this.partners = PartnersServiceGrpc.newBlockingStub(channel);
    }

    @Override
    public List<Member> of(String partnership) {
        try {
            Partnership companies = partners.getPartnership(
                    GetPartnershipRequest.newBuilder().setName(partnership).build());
            return partners
                    .listMembers(ListMembersRequest.newBuilder()
                            .setPartnership(partnership)
                            .build())
                    .getMembersList()
                    .stream()
                    .map(member -> member(member, companies))
                    .toList();
        } catch (StatusRuntimeException e) {
            throw unavailable(e);
        }
    }

    @Override
    public Partnerships partnerships(String after) {
        try {
            ListPartnershipsResponse page = partners.listPartnerships(ListPartnershipsRequest.newBuilder()
                    .setPageSize(PAGE)
                    .setPageToken(after)
                    .build());
            return new Partnerships(
                    page.getPartnershipsList().stream()
                            .map(RemoteMembers::facts)
                            .toList(),
                    page.getNextPageToken());
        } catch (StatusRuntimeException e) {
            throw unavailable(e);
        }
    }

    private static Member member(Membership member, Partnership companies) {
        Side side = Wire.side("side", member.getSide());
        String company = side == Side.OWNER
                ? companies.getOwner().getDisplayName()
                : companies.getPartner().getDisplayName();
        Participant participant =
                new Participant(member.getPerson().getName(), member.getPerson().getDisplayName(), side, company);
        Role role = Wire.role("role", member.getRole());
        return new Member(participant, role, member.getPerson().getEmail());
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

    private static RuntimeException unavailable(StatusRuntimeException cause) {
        return switch (cause.getStatus().getCode()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED -> Refusal.unavailable("The directory of people");
            default -> cause;
        };
    }
}
