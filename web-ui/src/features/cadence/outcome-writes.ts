import { graphql } from "~/graphql/gql";
import { useWrite } from "~/lib/write";
import { changedByCadence } from "./cadence-changes";

const AddDecisionMutation = graphql(`
  mutation AddDecision($input: AddDecisionInput!) {
    addDecision(input: $input) {
      meeting {
        id
        state
        currentItemId
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Records a decision. */
export const useAddDecision = () => useWrite(AddDecisionMutation, changedByCadence);

const RemoveDecisionMutation = graphql(`
  mutation RemoveDecision($input: RemoveDecisionInput!) {
    removeDecision(input: $input) {
      meeting {
        id
        state
        currentItemId
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Takes a decision back. */
export const useRemoveDecision = () => useWrite(RemoveDecisionMutation, changedByCadence);

const AddCommitmentMutation = graphql(`
  mutation AddCommitment($input: AddCommitmentInput!) {
    addCommitment(input: $input) {
      meeting {
        id
        state
        currentItemId
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Records a commitment. */
export const useAddCommitment = () => useWrite(AddCommitmentMutation, changedByCadence);

const CompleteCommitmentMutation = graphql(`
  mutation CompleteCommitment($input: CompleteCommitmentInput!) {
    completeCommitment(input: $input) {
      commitment {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Says that a commitment is done. */
export const useCompleteCommitment = () => useWrite(CompleteCommitmentMutation, changedByCadence);

const UpdateCommitmentMutation = graphql(`
  mutation UpdateCommitment($input: UpdateCommitmentInput!) {
    updateCommitment(input: $input) {
      commitment {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Gives a commitment other words, another owner or another date. */
export const useUpdateCommitment = () => useWrite(UpdateCommitmentMutation, changedByCadence);

const ReopenCommitmentMutation = graphql(`
  mutation ReopenCommitment($input: ReopenCommitmentInput!) {
    reopenCommitment(input: $input) {
      commitment {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Says that a commitment is not done after all. */
export const useReopenCommitment = () => useWrite(ReopenCommitmentMutation, changedByCadence);

const DropCommitmentMutation = graphql(`
  mutation DropCommitment($input: DropCommitmentInput!) {
    dropCommitment(input: $input) {
      commitment {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Says that a commitment is no longer wanted. */
export const useDropCommitment = () => useWrite(DropCommitmentMutation, changedByCadence);

const MeetingProposeOwnerMutation = graphql(`
  mutation MeetingProposeOwner($input: ProposeOwnerInput!) {
    proposeOwner(input: $input) {
      action {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Proposes who owns a red, and until when. */
export const useMeetingProposeOwner = () => useWrite(MeetingProposeOwnerMutation, changedByCadence);

const MeetingAcceptOwnerMutation = graphql(`
  mutation MeetingAcceptOwner($input: AcceptOwnerInput!) {
    acceptOwner(input: $input) {
      action {
        id
        state
        revision
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** Accepts who owns a red, and until when. */
export const useMeetingAcceptOwner = () => useWrite(MeetingAcceptOwnerMutation, changedByCadence);
