package dev.drumbeat.gateway.signin;

import dev.drumbeat.gateway.asker.Request;
import dev.drumbeat.gateway.asker.SecurityLog;
import dev.drumbeat.gateway.asker.SecurityLog.Event;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.gateway.http.Problem;
import dev.drumbeat.gateway.services.ServiceClient;
import dev.drumbeat.platform.domain.Reason;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.partners.v1.GetPasswordLinkRequest;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc.PartnersServiceFutureStub;
import dev.drumbeat.proto.partners.v1.PasswordLink;
import dev.drumbeat.proto.partners.v1.RequestPasswordResetRequest;
import dev.drumbeat.proto.partners.v1.SetPasswordRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Ways to a password for those who have none, or forgot it; nobody is signed in by them. */
@RestController
final class PasswordController {
    private final ServiceClient<PartnersServiceFutureStub> partners;

    PasswordController(ServiceClient<PartnersServiceFutureStub> partners) {
        this.partners = partners;
    }

    /** Whose link this is, for the page to greet them. */
    record Link(String displayName, String email, boolean invitation, String expiresAt) {}

    /** The same answer whether anybody has the address or not. */
    @PostMapping(path = "/api/password-reset", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void ask(
            @RequestAttribute(name = Request.ATTRIBUTE) Request asking, @RequestParam(defaultValue = "") String email) {
        SecurityLog.tell(Event.PASSWORD_RESET_ASKED, asking.correlationId());
        partners.callAsGateway(
                asking.deadline(),
                stub -> stub.requestPasswordReset(
                        RequestPasswordResetRequest.newBuilder().setEmail(email).build()));
    }

    /** The secret comes in the body: addresses are written down on the way, bodies are not. */
    @PostMapping(path = "/api/password-link", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    Link look(
            @RequestAttribute(name = Request.ATTRIBUTE) Request asking,
            @RequestParam(defaultValue = "") String secret) {
        try {
            PasswordLink link = partners.callAsGateway(
                    asking.deadline(),
                    stub -> stub.getPasswordLink(GetPasswordLinkRequest.newBuilder()
                            .setSecret(secret)
                            .build()));
            return new Link(
                    link.getDisplayName(),
                    link.getEmail(),
                    link.getInvitation(),
                    Wire.moment(link.getExpiresAt()).toString());
        } catch (Refusal refusal) {
            throw unusable(asking, refusal);
        }
    }

    @PostMapping(path = "/api/password", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(
            @RequestAttribute(name = Request.ATTRIBUTE) Request asking,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String password) {
        try {
            partners.callAsGateway(
                    asking.deadline(),
                    stub -> stub.setPassword(SetPasswordRequest.newBuilder()
                            .setSecret(secret)
                            .setNewPassword(password)
                            .build()));
            SecurityLog.tell(Event.PASSWORD_SET, asking.correlationId());
        } catch (Refusal refusal) {
            if (refusal.reason() == Reason.INVALID_FIELD) {
                throw new Problem(400, "PASSWORD_REFUSED", "Not this password", String.valueOf(refusal.getMessage()))
                        .raised();
            }
            throw unusable(asking, refusal);
        }
    }

    private static Problem.Raised unusable(Request asking, Refusal refusal) {
        if (refusal.reason() != Reason.UNAUTHENTICATED) {
            throw refusal;
        }
        SecurityLog.tell(Event.PASSWORD_LINK_REFUSED, asking.correlationId());
        return new Problem(410, "LINK_UNUSABLE", "This link can't be used", String.valueOf(refusal.getMessage()))
                .raised();
    }
}
