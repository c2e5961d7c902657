package dev.drumbeat.partners.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import com.google.protobuf.Message;
import dev.drumbeat.partners.ChangePassword;
import dev.drumbeat.partners.OwnSessions;
import dev.drumbeat.partners.Session;
import dev.drumbeat.partners.Sessions;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.Requests;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.platform.identity.IdentityVerifier;
import dev.drumbeat.proto.partners.v1.ChangePasswordRequest;
import dev.drumbeat.proto.partners.v1.EndSessionRequest;
import dev.drumbeat.proto.partners.v1.EndSessionResponse;
import dev.drumbeat.proto.partners.v1.EndSessionsRequest;
import dev.drumbeat.proto.partners.v1.EndSessionsResponse;
import dev.drumbeat.proto.partners.v1.ListSessionsRequest;
import dev.drumbeat.proto.partners.v1.ListSessionsResponse;
import dev.drumbeat.proto.partners.v1.OpenSessionRequest;
import dev.drumbeat.proto.partners.v1.OpenSessionResponse;
import dev.drumbeat.proto.partners.v1.PartnersServiceGrpc;
import dev.drumbeat.proto.partners.v1.Person;
import dev.drumbeat.proto.partners.v1.ResolveSessionRequest;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** Signing in and out, the own password and the own sessions. */
@Singleton
@Bean(typed = PartnersPart.class)
final class SignInCalls extends PartnersServiceGrpc.PartnersServiceImplBase implements PartnersPart {
    private final Sessions sessions;
    private final OwnSessions ownSessions;
    private final ChangePassword changePassword;

    SignInCalls(Sessions sessions, OwnSessions ownSessions, ChangePassword changePassword) {
        this.sessions = sessions;
        this.ownSessions = ownSessions;
        this.changePassword = changePassword;
    }

    @Override
    public void openSession(OpenSessionRequest request, StreamObserver<OpenSessionResponse> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        Sessions.Opened opened = sessions.open(
                request.getEmail(),
                request.getPassword(),
                new Session.Place(request.getBrowser(), request.getAddress()));
        answer(
                observer,
                OpenSessionResponse.newBuilder()
                        .setSecret(opened.secret())
                        .setCaller(Encoding.signedIn(opened.signedIn()))
                        .setExpiresAt(Wire.timestamp(opened.expiresAt()))
                        .build());
    }

    @Override
    public void resolveSession(
            ResolveSessionRequest request, StreamObserver<dev.drumbeat.proto.partners.v1.Caller> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        Sessions.SignedIn signedIn =
                request.getWatching() ? sessions.watching(request.getSecret()) : sessions.resolve(request.getSecret());
        answer(observer, Encoding.signedIn(signedIn));
    }

    @Override
    public void endSession(EndSessionRequest request, StreamObserver<EndSessionResponse> observer) {
        CallerContext.requireService(IdentityVerifier.GATEWAY);
        sessions.end(request.getSecret());
        answer(observer, EndSessionResponse.getDefaultInstance());
    }

    @Override
    public void listSessions(ListSessionsRequest request, StreamObserver<ListSessionsResponse> observer) {
        ListSessionsResponse.Builder response = ListSessionsResponse.newBuilder();
        ownSessions
                .list(CallerContext.current(), request.getCurrentSessionSecret())
                .forEach(seen -> response.addSessions(Encoding.session(seen)));
        answer(observer, response.build());
    }

    @Override
    public void endSessions(EndSessionsRequest request, StreamObserver<EndSessionsResponse> observer) {
        ownSessions.end(
                CallerContext.current(),
                Requests.of(request.toBuilder().clearCurrentSessionSecret().build()),
                request.getName(),
                request.getCurrentSessionSecret());
        answer(observer, EndSessionsResponse.getDefaultInstance());
    }

    @Override
    public void changePassword(ChangePasswordRequest request, StreamObserver<Person> observer) {
        Message hashed = request.toBuilder()
                .clearCurrentPassword()
                .clearNewPassword()
                .clearKeptSessionSecret()
                .build();
        answer(
                observer,
                Encoding.person(changePassword.change(
                        CallerContext.current(),
                        Requests.of(hashed),
                        new ChangePassword.Wish(
                                request.getCurrentPassword(),
                                request.getNewPassword(),
                                request.getKeptSessionSecret()))));
    }
}
