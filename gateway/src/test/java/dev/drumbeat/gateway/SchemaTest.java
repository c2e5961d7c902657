package dev.drumbeat.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ProtocolMessageEnum;
import dev.drumbeat.gateway.graphql.Wire;
import dev.drumbeat.proto.actions.v1.ActionOrigin;
import dev.drumbeat.proto.actions.v1.ActionState;
import dev.drumbeat.proto.actions.v1.EscalationRung;
import dev.drumbeat.proto.actions.v1.RaciLetter;
import dev.drumbeat.proto.actions.v1.StepKind;
import dev.drumbeat.proto.cadence.v1.AgendaPart;
import dev.drumbeat.proto.cadence.v1.CommitmentState;
import dev.drumbeat.proto.cadence.v1.DotOutcome;
import dev.drumbeat.proto.cadence.v1.ItemKind;
import dev.drumbeat.proto.cadence.v1.ItemState;
import dev.drumbeat.proto.cadence.v1.MailKind;
import dev.drumbeat.proto.cadence.v1.MailState;
import dev.drumbeat.proto.cadence.v1.MeetingState;
import dev.drumbeat.proto.cadence.v1.PatternKind;
import dev.drumbeat.proto.cadence.v1.SeriesKind;
import dev.drumbeat.proto.cadence.v1.StarvingReason;
import dev.drumbeat.proto.cadence.v1.Weekday;
import dev.drumbeat.proto.common.v1.Activity;
import dev.drumbeat.proto.common.v1.Role;
import dev.drumbeat.proto.common.v1.Side;
import dev.drumbeat.proto.incentives.v1.Better;
import dev.drumbeat.proto.incentives.v1.DisputeDecision;
import dev.drumbeat.proto.incentives.v1.DisputeState;
import dev.drumbeat.proto.incentives.v1.Edge;
import dev.drumbeat.proto.incentives.v1.EvidenceDecision;
import dev.drumbeat.proto.incentives.v1.EvidenceKind;
import dev.drumbeat.proto.incentives.v1.EvidenceState;
import dev.drumbeat.proto.incentives.v1.InvoicedAs;
import dev.drumbeat.proto.incentives.v1.LineKind;
import dev.drumbeat.proto.incentives.v1.SettlementFrequency;
import dev.drumbeat.proto.incentives.v1.Severity;
import dev.drumbeat.proto.incentives.v1.StatementKind;
import dev.drumbeat.proto.incentives.v1.StatementState;
import dev.drumbeat.proto.incentives.v1.TamperKind;
import dev.drumbeat.proto.incentives.v1.VersionState;
import dev.drumbeat.proto.kpis.v1.Aggregation;
import dev.drumbeat.proto.kpis.v1.Assurance;
import dev.drumbeat.proto.kpis.v1.CorrectionState;
import dev.drumbeat.proto.kpis.v1.Decision;
import dev.drumbeat.proto.kpis.v1.Direction;
import dev.drumbeat.proto.kpis.v1.EpisodeState;
import dev.drumbeat.proto.kpis.v1.Frequency;
import dev.drumbeat.proto.kpis.v1.KpiRole;
import dev.drumbeat.proto.kpis.v1.MeasureType;
import dev.drumbeat.proto.kpis.v1.NoteAudience;
import dev.drumbeat.proto.kpis.v1.NoteKind;
import dev.drumbeat.proto.kpis.v1.Origin;
import dev.drumbeat.proto.kpis.v1.PortfolioOrder;
import dev.drumbeat.proto.kpis.v1.RuleSet;
import dev.drumbeat.proto.kpis.v1.ScorecardState;
import dev.drumbeat.proto.kpis.v1.Status;
import dev.drumbeat.proto.kpis.v1.TargetState;
import dev.drumbeat.proto.kpis.v1.Unit;
import dev.drumbeat.proto.kpis.v1.Variation;
import graphql.schema.FieldCoordinates;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.PropertyDataFetcher;
import graphql.schema.SingletonPropertyDataFetcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

class SchemaTest extends GatewayTest {
    /** Types of errors that DGS adds to every schema; no field of ours has them. */
    private static final Set<String> ADDED_BY_DGS = Set.of("ErrorDetail", "ErrorType");

    @Autowired
    GraphQlSource source;

    @Test
    void every_field_is_read_by_something_written_for_it() {
        List<String> unread = new ArrayList<>();
        objects()
                .forEach(type -> type.getFieldDefinitions().forEach(field -> {
                    var fetcher =
                            schema().getCodeRegistry().getDataFetcher(FieldCoordinates.coordinates(type, field), field);
                    if (fetcher instanceof PropertyDataFetcher || fetcher instanceof SingletonPropertyDataFetcher) {
                        unread.add(type.getName() + "." + field.getName());
                    }
                }));
        assertThat(unread).isEmpty();
    }

    @Test
    void everything_is_described() {
        List<String> mute = new ArrayList<>();
        types().filter(type -> isBlank(type.getDescription())).forEach(type -> mute.add(type.getName()));
        objects()
                .forEach(type -> type.getFieldDefinitions().forEach(field -> {
                    addIfMute(mute, type.getName(), field);
                    field.getArguments()
                            .forEach(argument -> addIfMute(mute, type.getName() + "." + field.getName(), argument));
                }));
        types().filter(GraphQLInputObjectType.class::isInstance)
                .map(GraphQLInputObjectType.class::cast)
                .forEach(type -> type.getFields().forEach(field -> addIfMute(mute, type.getName(), field)));
        enums().forEach(type -> type.getValues().forEach(value -> addIfMute(mute, type.getName(), value)));
        assertThat(mute).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Activity.class,
                SettlementFrequency.class,
                InvoicedAs.class,
                Edge.class,
                Better.class,
                Severity.class,
                VersionState.class,
                LineKind.class,
                DisputeState.class,
                DisputeDecision.class,
                StatementKind.class,
                StatementState.class,
                TamperKind.class,
                EvidenceKind.class,
                EvidenceState.class,
                EvidenceDecision.class,
                ActionOrigin.class,
                ActionState.class,
                EscalationRung.class,
                RaciLetter.class,
                StepKind.class,
                AgendaPart.class,
                CommitmentState.class,
                DotOutcome.class,
                ItemKind.class,
                ItemState.class,
                MailKind.class,
                MailState.class,
                MeetingState.class,
                PatternKind.class,
                SeriesKind.class,
                StarvingReason.class,
                Weekday.class,
                Role.class,
                Side.class,
                Aggregation.class,
                Assurance.class,
                CorrectionState.class,
                Decision.class,
                Direction.class,
                EpisodeState.class,
                Frequency.class,
                KpiRole.class,
                MeasureType.class,
                NoteAudience.class,
                NoteKind.class,
                Origin.class,
                PortfolioOrder.class,
                RuleSet.class,
                ScorecardState.class,
                Status.class,
                TargetState.class,
                Unit.class,
                Variation.class
            })
    <E extends Enum<E> & ProtocolMessageEnum> void the_schema_knows_every_value_of_the_contracts(Class<E> contract) {
        GraphQLEnumType type = (GraphQLEnumType) Objects.requireNonNull(schema().getType(contract.getSimpleName()));
        List<String> values = Stream.of(contract.getEnumConstants())
                .map(Wire::name)
                .filter(Objects::nonNull)
                .toList();
        assertThat(type.getValues().stream().map(value -> value.getName())).containsExactlyElementsOf(values);
        values.forEach(
                value -> assertThat(Wire.name(Wire.value(contract, value))).isEqualTo(value));
    }

    @Test
    void mutations_can_be_repeated_and_say_why_they_refuse() {
        for (GraphQLFieldDefinition mutation :
                Objects.requireNonNull(schema().getMutationType()).getFieldDefinitions()) {
            String name = Character.toUpperCase(mutation.getName().charAt(0))
                    + mutation.getName().substring(1);
            GraphQLInputObjectType input =
                    (GraphQLInputObjectType) Objects.requireNonNull(schema().getType(name + "Input"));
            assertThat(input.getField("requestId")).as(name).isNotNull();
            assertThat(schema().getObjectType(name + "Payload").getFieldDefinition("userErrors"))
                    .as(name)
                    .isNotNull();
        }
    }

    private GraphQLSchema schema() {
        return source.schema();
    }

    private Stream<GraphQLNamedSchemaElement> types() {
        return schema().getAllTypesAsList().stream()
                .filter(type -> !type.getName().startsWith("__") && !ADDED_BY_DGS.contains(type.getName()))
                .map(GraphQLNamedSchemaElement.class::cast);
    }

    private Stream<GraphQLObjectType> objects() {
        return types().filter(GraphQLObjectType.class::isInstance).map(GraphQLObjectType.class::cast);
    }

    private Stream<GraphQLEnumType> enums() {
        return types().filter(GraphQLEnumType.class::isInstance).map(GraphQLEnumType.class::cast);
    }

    private static void addIfMute(List<String> mute, String owner, GraphQLNamedSchemaElement element) {
        if (isBlank(element.getDescription())) {
            mute.add(owner + "." + element.getName());
        }
    }

    private static boolean isBlank(@org.jspecify.annotations.Nullable String text) {
        return text == null || text.isBlank();
    }
}
