package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.actions.v1.AddCommentRequest;
import dev.drumbeat.proto.actions.v1.Comment;
import dev.drumbeat.proto.actions.v1.CorrectiveAction;
import dev.drumbeat.proto.actions.v1.GetActionRequest;
import dev.drumbeat.proto.actions.v1.OpenActionRequest;
import dev.drumbeat.systemtests.api.Services;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Answers actions: one comment after another, on one action after another. */
final class CommentWriter implements Writer {
    private static final Duration PAUSE = Duration.ofMillis(300);
    private static final int OF_ONE_ACTION = 200;

    private final Services services;
    private final String partnership;
    private final Insistent insistent = new Insistent("comments", this::comment);
    /** Texts of comments by the action's name, in their order. */
    private final Map<String, List<String>> confirmed = new LinkedHashMap<>();

    private String action = "";

    CommentWriter(Services services, String partnership) {
        this.services = services;
        this.partnership = partnership;
    }

    private void comment() throws InterruptedException {
        int number = insistent.confirmedCount();
        if (number % OF_ONE_ACTION == 0) {
            OpenActionRequest opening = OpenActionRequest.newBuilder()
                    .setPartnership(partnership)
                    .setTitle("Talked about while things break " + number)
                    .setProblem("Somebody has to say something.")
                    .setRequestId("open-action-" + number)
                    .build();
            action = Patience.until(
                            "an action is opened", () -> services.actions().openAction(opening))
                    .getName();
        }
        AddCommentRequest request = AddCommentRequest.newBuilder()
                .setName(action)
                .setText("Comment " + number)
                .setRequestId("say-comment-" + number)
                .build();
        Insistent.fiveAtOnce("a comment", () -> services.actions().addComment(request));
        confirmed.computeIfAbsent(action, unused -> new ArrayList<>()).add(request.getText());
        insistent.confirm();
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    @Override
    public void holds() {
        confirmed.forEach((name, texts) -> {
            GetActionRequest question =
                    GetActionRequest.newBuilder().setName(name).build();
            CorrectiveAction found =
                    Patience.until("an action is read", () -> services.actions().getAction(question));
            assertThat(found.getCommentsList().stream().map(Comment::getText))
                    .as("comments of %s", name)
                    .containsExactlyInAnyOrderElementsOf(texts);
        });
    }

    @Override
    public void begin() {
        insistent.begin();
    }

    @Override
    public void stop() {
        insistent.stop();
    }

    @Override
    public void end() {
        insistent.end();
    }

    @Override
    public BooleanSupplier progress() {
        return insistent.progress();
    }

    @Override
    public int confirmedCount() {
        return insistent.confirmedCount();
    }
}
