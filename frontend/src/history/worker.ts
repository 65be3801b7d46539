import { expose } from "comlink";
import { Histories } from "./Histories";

expose(new Histories());
