package dev.drumbeat.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drumbeat.proto.cadence.v1.Meeting;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;

/**
 * Two companies that take decisions in turn, in one meeting after another, and meetings to which nobody comes. Minutes hold what was
 * confirmed, each decision once; a meeting that nobody started is missed once.
 */
final class MeetingWriter implements Writer {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(500);
    /** A meeting holds two hundred. */
    private static final int OF_ONE_MEETING = 150;

    private final Room owner;
    private final Room partner;
    private final Insistent insistent = new Insistent("meetings", this::decide);
    private final Map<String, List<String>> confirmed = new LinkedHashMap<>();
    private final List<String> unattended = new ArrayList<>();

    private String meeting = "";

    MeetingWriter(Room owner, Room partner) {
        this.owner = owner;
        this.partner = partner;
    }

    private void decide() throws InterruptedException {
        int number = insistent.confirmedCount();
        if (number % OF_ONE_MEETING == 0) {
            endMeeting();
            meeting = owner.meetingSoon("Talks while things break " + number);
            owner.start(meeting);
            partner.attend(meeting);
        }
        Room whose = number % 2 == 0 ? owner : partner;
        String words = whose.seat() + " decides " + number;
        whose.decide(meeting, words);
        confirmed.computeIfAbsent(meeting, unused -> new ArrayList<>()).add(words);
        insistent.confirm();
        LockSupport.parkNanos(PAUSE.toNanos());
    }

    private void endMeeting() {
        if (!meeting.isEmpty()) {
            owner.end(meeting);
        }
    }

    /** Plans a meeting to which nobody comes. */
    void planForNobody() {
        unattended.add(owner.meetingSoon("Nobody comes " + unattended.size()));
    }

    /** What was planned for nobody, and is over by the house's clock, was missed. */
    void awaitMissed() {
        unattended.forEach(name ->
                Awaitility.await("missed by itself: " + name).atMost(PATIENCE).until(() -> owner.isMissed(name)));
    }

    @Override
    public void holds() {
        Meeting going = owner.meeting(meeting);
        assertThat(going.getState()).isEqualTo(MeetingState.MEETING_STATE_IN_PROGRESS);
        assertThat(going.getBothSidesPresent()).isTrue();
        endMeeting();
        confirmed.forEach((name, words) ->
                assertThat(partner.decided(name)).as("minutes of %s", name).containsExactlyInAnyOrderElementsOf(words));
        unattended.forEach(name -> assertThat(owner.missed(name))
                .as("how often %s was missed", name)
                .isEqualTo(1));
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
