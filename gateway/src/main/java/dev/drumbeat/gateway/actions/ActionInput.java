package dev.drumbeat.gateway.actions;

import dev.drumbeat.gateway.graphql.Input;
import dev.drumbeat.gateway.graphql.Names;
import dev.drumbeat.platform.domain.Refusal;
import dev.drumbeat.proto.actions.v1.ActionPerson;
import dev.drumbeat.proto.actions.v1.RaciActivity;
import dev.drumbeat.proto.actions.v1.RaciAssignment;
import dev.drumbeat.proto.actions.v1.RaciLetter;
import dev.drumbeat.proto.actions.v1.Step;
import dev.drumbeat.proto.actions.v1.StepKind;
import java.util.ArrayList;
import java.util.List;

/** Steps and activities as the contract wants them. */
final class ActionInput {
    private ActionInput() {}

    /** @param field where a slug that can't be anybody's stands in the input */
    static String person(String slug, String field) {
        try {
            return Names.person(slug);
        } catch (Refusal refusal) {
            throw Refusal.invalid(field, "person.unknown", "There is no such person on this partnership.");
        }
    }

    static long revision(Input input) {
        try {
            return Long.parseLong(input.text("revision"));
        } catch (NumberFormatException e) {
            throw Refusal.invalid("revision", "revision.unknown", "Give back the revision that was read.");
        }
    }

    static List<Step> steps(List<Input> inputs) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            steps.add(Step.newBuilder()
                    .setStepId(input.text("stepId"))
                    .setKind(input.value("kind", StepKind.class))
                    .setText(input.text("text"))
                    .setOwner(someone(input.text("owner"), "steps[" + i + "].owner"))
                    .setDueDate(input.text("dueDate"))
                    .build());
        }
        return steps;
    }

    static List<RaciActivity> activities(List<Input> inputs) {
        List<RaciActivity> activities = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            activities.add(RaciActivity.newBuilder()
                    .setActivityId(input.text("slug"))
                    .setDisplayName(input.text("displayName"))
                    .addAllAssignments(assignments(input.objects("assignments"), "activities[" + i + "].assignments"))
                    .build());
        }
        return activities;
    }

    private static List<RaciAssignment> assignments(List<Input> inputs, String path) {
        List<RaciAssignment> assignments = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            Input input = inputs.get(i);
            assignments.add(RaciAssignment.newBuilder()
                    .setPerson(someone(input.text("person"), path + "[" + i + "].person"))
                    .setLetter(input.value("letter", RaciLetter.class))
                    .build());
        }
        return assignments;
    }

    private static ActionPerson someone(String slug, String field) {
        return ActionPerson.newBuilder().setPerson(person(slug, field)).build();
    }
}
