package dev.drumbeat.cadence.grpc;

import static dev.drumbeat.platform.endpoint.Answers.answer;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.MailBox;
import dev.drumbeat.platform.domain.MailMessage;
import dev.drumbeat.platform.domain.Page;
import dev.drumbeat.platform.domain.Scope;
import dev.drumbeat.platform.grpc.CallerContext;
import dev.drumbeat.platform.grpc.PageTokens;
import dev.drumbeat.proto.cadence.v1.CadenceServiceGrpc;
import dev.drumbeat.proto.cadence.v1.ListMailRequest;
import dev.drumbeat.proto.cadence.v1.ListMailResponse;
import io.grpc.stub.StreamObserver;
import io.micronaut.context.annotation.Bean;
import jakarta.inject.Singleton;

/** Mail that was, or would be, sent. */
@Singleton
@Bean(typed = CadencePart.class)
final class MailCalls extends CadenceServiceGrpc.CadenceServiceImplBase implements CadencePart {
    private final Table table;
    private final MailBox mail;

    MailCalls(Table table, MailBox mail) {
        this.table = table;
        this.mail = mail;
    }

    @Override
    public void listMail(ListMailRequest request, StreamObserver<ListMailResponse> observer) {
        PageTokens pages = PageTokens.of(request);
        Page<MailMessage> page = request.getPartnership().isEmpty()
                ? mail.to(CallerContext.current().subject(), pages.wanted())
                : mail.about(meetingScope(request.getPartnership()), pages.wanted());
        answer(
                observer,
                ListMailResponse.newBuilder()
                        .addAllMail(page.items().stream()
                                .map(message -> MailWire.mail(message, CallerContext.current()))
                                .toList())
                        .setNextPageToken(pages.next(page))
                        .setMailServerConfigured(mail.isConfigured())
                        .build());
    }

    /** Who got what is for those who run the meetings. */
    private Scope meetingScope(String partnership) {
        Scope scope = table.scope(partnership);
        scope.require(Activity.RUN_MEETINGS);
        return scope;
    }
}
