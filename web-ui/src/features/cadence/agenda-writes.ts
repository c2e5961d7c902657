import { graphql } from "~/graphql/gql";
import { useWrite } from "~/lib/write";
import { changedByCadence } from "./cadence-changes";

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
export const useAddAgendaItem = () => useWrite(AddAgendaItemMutation, changedByCadence);

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
export const useUpdateAgendaItem = () => useWrite(UpdateAgendaItemMutation, changedByCadence);

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
export const useMoveAgendaItem = () => useWrite(MoveAgendaItemMutation, changedByCadence);

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
export const useSelectAgendaItem = () => useWrite(SelectAgendaItemMutation, changedByCadence);

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
export const useCloseAgendaItem = () => useWrite(CloseAgendaItemMutation, changedByCadence);

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
export const useReopenAgendaItem = () => useWrite(ReopenAgendaItemMutation, changedByCadence);
