package dev.drumbeat.actions.grpc;

import dev.drumbeat.actions.PublishRaci;
import dev.drumbeat.actions.Raci;
import dev.drumbeat.platform.domain.Validation;
import dev.drumbeat.platform.grpc.Enums;
import dev.drumbeat.platform.grpc.Wire;
import dev.drumbeat.proto.actions.v1.PublishRaciRequest;
import dev.drumbeat.proto.actions.v1.RaciActivity;
import dev.drumbeat.proto.actions.v1.RaciAssignment;
import dev.drumbeat.proto.actions.v1.RaciLetter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A RACI in the contract's words. */
final class RaciWire {
    private RaciWire() {}

    static dev.drumbeat.proto.actions.v1.Raci current(Raci raci, Presence presence) {
        dev.drumbeat.proto.actions.v1.Raci.Builder message =
                encode(raci, presence).setName(raci.name());
        if (presence.isKnown(raci.partnership())) {
            message.addAllVacancies(raci.vacancies(presence.members(raci.partnership())));
        }
        return message.build();
    }

    static dev.drumbeat.proto.actions.v1.Raci version(Raci raci, Presence presence) {
        return encode(raci, presence).setName(raci.versionName()).build();
    }

    private static dev.drumbeat.proto.actions.v1.Raci.Builder encode(Raci raci, Presence presence) {
        dev.drumbeat.proto.actions.v1.Raci.Builder message =
                dev.drumbeat.proto.actions.v1.Raci.newBuilder().setVersion(raci.version());
        for (Raci.Activity activity : raci.activities()) {
            RaciActivity.Builder part =
                    RaciActivity.newBuilder().setActivityId(activity.id()).setDisplayName(activity.displayName());
            activity.assignments()
                    .forEach(assignment -> part.addAssignments(RaciAssignment.newBuilder()
                            .setPerson(presence.person(raci.partnership(), assignment.person()))
                            .setLetter(Enums.encode(assignment.letter(), RaciLetter.class))));
            message.addActivities(part);
        }
        if (raci.publication() != null) {
            message.setReviewDate(Objects.requireNonNull(raci.reviewDate()).toString())
                    .setPublishedBy(Wire.actor(raci.publication().by()))
                    .setPublishedAt(Wire.timestamp(raci.publication().at()));
        }
        return message;
    }

    static PublishRaci.Wanted wanted(PublishRaciRequest request) {
        Validation validation = new Validation();
        List<PublishRaci.WantedActivity> activities = new ArrayList<>();
        for (int i = 0; i < request.getActivitiesCount(); i++) {
            RaciActivity activity = request.getActivities(i);
            List<PublishRaci.WantedAssignment> assignments = new ArrayList<>();
            for (int j = 0; j < activity.getAssignmentsCount(); j++) {
                RaciAssignment assignment = activity.getAssignments(j);
                String field = "activities[" + i + "].assignments[" + j + "].letter";
                assignments.add(new PublishRaci.WantedAssignment(
                        assignment.getPerson().getPerson(),
                        Enums.require(validation, field, assignment.getLetter(), Raci.Letter.class)));
            }
            activities.add(
                    new PublishRaci.WantedActivity(activity.getActivityId(), activity.getDisplayName(), assignments));
        }
        validation.orRefuse();
        return new PublishRaci.Wanted(request.getVersion(), activities, request.getReviewDate(), request.getReason());
    }
}
