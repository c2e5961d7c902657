import { graphql } from "~/graphql/gql";
import { useWrite } from "~/lib/write";

// What is shown of these is read again after every change.
const changed = ["Meeting", "Cadence", "MeetingSeries", "Commitment", "CorrectiveAction"];

const StartMeetingMutation = graphql(`
  mutation StartMeeting($input: StartMeetingInput!) {
    startMeeting(input: $input) {
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

/** Starts a meeting. */
export const useStartMeeting = () => useWrite(StartMeetingMutation, changed);

const AttendMeetingMutation = graphql(`
  mutation AttendMeeting($input: AttendMeetingInput!) {
    attendMeeting(input: $input) {
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

/** Says that somebody is there. */
export const useAttendMeeting = () => useWrite(AttendMeetingMutation, changed);

const LeaveMeetingMutation = graphql(`
  mutation LeaveMeeting($input: LeaveMeetingInput!) {
    leaveMeeting(input: $input) {
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

/** Says that somebody left. */
export const useLeaveMeeting = () => useWrite(LeaveMeetingMutation, changed);

const EndMeetingMutation = graphql(`
  mutation EndMeeting($input: EndMeetingInput!) {
    endMeeting(input: $input) {
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

/** Ends a meeting and freezes its minutes. */
export const useEndMeeting = () => useWrite(EndMeetingMutation, changed);

const MoveMeetingMutation = graphql(`
  mutation MoveMeeting($input: MoveMeetingInput!) {
    moveMeeting(input: $input) {
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

/** Puts a meeting at another time. */
export const useMoveMeeting = () => useWrite(MoveMeetingMutation, changed);

const CancelMeetingMutation = graphql(`
  mutation CancelMeeting($input: CancelMeetingInput!) {
    cancelMeeting(input: $input) {
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

/** Calls a meeting off. */
export const useCancelMeeting = () => useWrite(CancelMeetingMutation, changed);

const AddAgendaItemMutation = graphql(`
  mutation AddAgendaItem($input: AddAgendaItemInput!) {
    addAgendaItem(input: $input) {
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

/** Adds an item. */
export const useAddAgendaItem = () => useWrite(AddAgendaItemMutation, changed);

const UpdateAgendaItemMutation = graphql(`
  mutation UpdateAgendaItem($input: UpdateAgendaItemInput!) {
    updateAgendaItem(input: $input) {
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

/** Changes an item. */
export const useUpdateAgendaItem = () => useWrite(UpdateAgendaItemMutation, changed);

const MoveAgendaItemMutation = graphql(`
  mutation MoveAgendaItem($input: MoveAgendaItemInput!) {
    moveAgendaItem(input: $input) {
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

/** Puts an item before another. */
export const useMoveAgendaItem = () => useWrite(MoveAgendaItemMutation, changed);

const SelectAgendaItemMutation = graphql(`
  mutation SelectAgendaItem($input: SelectAgendaItemInput!) {
    selectAgendaItem(input: $input) {
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

/** Says which item is being talked about. */
export const useSelectAgendaItem = () => useWrite(SelectAgendaItemMutation, changed);

const CloseAgendaItemMutation = graphql(`
  mutation CloseAgendaItem($input: CloseAgendaItemInput!) {
    closeAgendaItem(input: $input) {
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

/** Closes an item. */
export const useCloseAgendaItem = () => useWrite(CloseAgendaItemMutation, changed);

const ReopenAgendaItemMutation = graphql(`
  mutation ReopenAgendaItem($input: ReopenAgendaItemInput!) {
    reopenAgendaItem(input: $input) {
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

/** Opens an item again. */
export const useReopenAgendaItem = () => useWrite(ReopenAgendaItemMutation, changed);

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
export const useAddDecision = () => useWrite(AddDecisionMutation, changed);

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
export const useRemoveDecision = () => useWrite(RemoveDecisionMutation, changed);

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
export const useAddCommitment = () => useWrite(AddCommitmentMutation, changed);

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
export const useCompleteCommitment = () => useWrite(CompleteCommitmentMutation, changed);

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
export const useUpdateCommitment = () => useWrite(UpdateCommitmentMutation, changed);

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
export const useReopenCommitment = () => useWrite(ReopenCommitmentMutation, changed);

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
export const useDropCommitment = () => useWrite(DropCommitmentMutation, changed);

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
export const useMeetingProposeOwner = () => useWrite(MeetingProposeOwnerMutation, changed);

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
export const useMeetingAcceptOwner = () => useWrite(MeetingAcceptOwnerMutation, changed);
