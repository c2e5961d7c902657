package dev.drumbeat.cadence;

import dev.drumbeat.platform.domain.Activity;
import dev.drumbeat.platform.domain.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What a caller may do with a meeting now, as names of the contract's methods. */
public final class CallerMay {
    private CallerMay() {}

    public static List<String> of(Scope scope, Meeting meeting, Instant now) {
        if (!scope.may(Activity.RUN_MEETINGS)) {
            return List.of();
        }
        List<String> may = new ArrayList<>();
        switch (meeting.state()) {
            case SCHEDULED, MOVED -> {
                if (now.isBefore(meeting.missedAt())) {
                    may.addAll(List.of("MoveMeeting", "CancelMeeting", "AddItem", "UpdateItem", "MoveItem"));
                    if (!now.isBefore(meeting.startableFrom())) {
                        may.add("StartMeeting");
                    }
                }
            }
            case IN_PROGRESS -> {
                boolean there = meeting.attendance(scope.actor().subject())
                        .filter(Attendance::isThere)
                        .isPresent();
                may.add(there ? "LeaveMeeting" : "AttendMeeting");
                may.addAll(List.of(
                        "EndMeeting",
                        "AddItem",
                        "UpdateItem",
                        "MoveItem",
                        "SelectItem",
                        "CloseItem",
                        "ReopenItem",
                        "AddDecision",
                        "UpdateDecision",
                        "RemoveDecision",
                        "AddCommitment"));
            }
            case HELD, MISSED, CANCELLED -> {}
        }
        return may;
    }
}
