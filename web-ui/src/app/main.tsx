import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ViewerQuery } from "~/app/viewer";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no root element.");
createRoot(root).render(<StrictMode>{String(ViewerQuery.kind)}</StrictMode>);
