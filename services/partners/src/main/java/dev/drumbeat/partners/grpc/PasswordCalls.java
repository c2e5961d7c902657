package dev.drumbeat.partners.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.partners.Account;
import dev.drumbeat.partners.Company;
import dev.drumbeat.partners.LinkInMail;
import dev.drumbeat.partners.PasswordLink.Purpose;
import dev.drumbeat.partners.PasswordLinks;
import dev.drumbeat.platform.domain.ResourceName;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.proto.partners.v1.GetPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.InvitePersonRequest;
import dev.drumbeat.proto.partners.v1.InvitePersonResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.PasswordLink;
import dev.drumbeat.proto.partners.v1.PasswordLinkDelivery;
import dev.drumbeat.proto.partners.v1.RenewPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.RenewPasswordLinkResponse;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetRequest;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetResponse;
import dev.drumbeat.proto.partners.v1.SetPasswordRequest;
import dev.drumbeat.proto.partners.v1.SetPasswordResponse;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Invitations, and other ways to a password. */
@Singleton
@Bean(typed = PartnersPart.class)
final class PasswordCalls extends PartnersServiceGrpc.PartnersServiceImplBase implements PartnersPart {
    private final PasswordLinks links;

    PasswordCalls(PasswordLinks links) {
        this.links = links;
    }

    @Override
    public void invitePerson(InvitePersonRequest request, StreamObserver<InvitePersonResponse> observer) {
        PasswordLinks.Made made = links.invite(
                CallerContext.current(),
                Requests.of(request),
                new PasswordLinks.Wish(
                        request.getPersonId(),
                        request.getDisplayName(),
                        request.getEmail(),
                        ResourceName.id(request.getCompany(), Company.COLLECTION),
                        request.getAdministrator()));
        answer(
                observer,
                InvitePersonResponse.newBuilder()
                        .setPerson(Encoding.person(made.account()))
                        .setDelivery(delivery(made))
                        .build());
    }

    @Override
    public void renewPasswordLink(
            RenewPasswordLinkRequest request, StreamObserver<RenewPasswordLinkResponse> observer) {
        PasswordLinks.Made made = links.renew(CallerContext.current(), Requests.of(request), request.getPerson());
        answer(
                observer,
                RenewPasswordLinkResponse.newBuilder()
                        .setPerson(Encoding.person(made.account()))
                        .setDelivery(delivery(made))
                        .build());
    }

    @Override
    public void requestPasswordReset(
            RequestPasswordResetRequest request, StreamObserver<RequestPasswordResetResponse> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        links.ask(request.getEmail());
        answer(observer, RequestPasswordResetResponse.getDefaultInstance());
    }

    @Override
    public void getPasswordLink(GetPasswordLinkRequest request, StreamObserver<PasswordLink> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        Account account = links.look(request.getSecret());
        var link = Objects.requireNonNull(account.link());
        answer(
                observer,
                PasswordLink.newBuilder()
                        .setDisplayName(account.person().displayName())
                        .setEmail(account.person().email())
                        .setInvitation(link.purpose() == Purpose.INVITATION)
                        .setExpiresAt(Wire.timestamp(link.expiresAt()))
                        .build());
    }

    @Override
    public void setPassword(SetPasswordRequest request, StreamObserver<SetPasswordResponse> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        links.use(request.getSecret(), request.getNewPassword());
        answer(observer, SetPasswordResponse.getDefaultInstance());
    }

    private static PasswordLinkDelivery delivery(PasswordLinks.Made made) {
        return PasswordLinkDelivery.newBuilder()
                .setMailed(made.secret().isEmpty())
                .setPath(made.secret().isEmpty() ? "" : LinkInMail.PATH + made.secret())
                .setExpiresAt(Wire.timestamp(made.link().expiresAt()))
                .build();
    }
}
