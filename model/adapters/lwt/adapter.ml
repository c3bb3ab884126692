(* Conformance adapter for OCaml's Lwt: an event made of a bit and a Lwt_condition, Lwt.cancel, time limits, and a flag that
   Lwt_unix.send_notification wakes.

   Install: apt-get install ocaml-findlib liblwt-ocaml-dev; cp model/adapters/lwt/adapter.ml target/lwt_adapter.ml
            ocamlfind ocamlopt -thread -package lwt.unix,str -linkpkg -o target/lwt-adapter target/lwt_adapter.ml
   Run:     ./fanion conform --adapter target/lwt-adapter \
              --profile asyncio,WakeOrder=any,CancelDelivery=queued

   What resolves a promise runs those who wait for it: at once, or, as broadcast does, when the running task suspends. So a
   cancellation, a new task and a notification each have a turn of their own, by Lwt.pause. *)
open Lwt.Infix

type signal = { mutable raised : bool; mutable waiter : string Lwt.t; condition : unit Lwt_condition.t; mutable noticed : int }

type scenario = {
  events : (string * signal) list;
  flags : (string * signal) list;
  pending : (string, string Lwt.t) Hashtbl.t; (* what each task awaits, or has awaited last *)
  mutable over : bool;
}

let say task reply = Printf.printf "{\"task\":\"%s\",\"result\":%s}\n%!" task reply
let ask () = try input_line stdin with End_of_file -> exit 0

(* A member of a request: a word, a number, or what stands between brackets. "" if there is none. *)
let member name line =
  let pattern = Str.regexp ("\"" ^ name ^ "\":\\(\\[[^]]*\\]\\|\"?[a-z0-9_]*\\)") in
  try ignore (Str.search_forward pattern line 0); Str.global_replace (Str.regexp "\"") "" (Str.matched_group 1 line)
  with Not_found -> ""

let soon call = Lwt.async (fun () -> Lwt.pause () >|= call)

let signal () =
  let it = { raised = false; waiter = Lwt.return ""; condition = Lwt_condition.create (); noticed = 0 } in
  let look () = if it.raised then Lwt_condition.broadcast it.condition () in
  it.noticed <- Lwt_unix.make_notification (fun () -> soon look);
  it

let set it = if not it.raised then (it.raised <- true; Lwt_condition.broadcast it.condition ())
let wait it = if it.raised then Lwt.return_unit else Lwt_condition.wait it.condition

(* From any thread. *)
let set_flag it = it.raised <- true; Lwt_unix.send_notification it.noticed

let rec perform run request =
  let name = member "task" request and seconds key = float_of_string (member key request) /. 1000. in
  let flag = List.assoc_opt (member "flag" request) run.flags and event = List.assoc_opt (member "event" request) run.events in
  let it = if flag = None then event else flag and is_flag = flag <> None and ok = Lwt.return "\"ok\"" in
  match member "op" request, it with
  | "wait", Some it when is_flag && Lwt.is_sleeping it.waiter -> Lwt.return "\"refused\""
  | "wait", Some it ->
    let woken = wait it >|= fun () -> if is_flag then it.raised <- false; "\"woken\"" in
    it.waiter <- (if member "timeout_ms" request = "" then woken
                  else Lwt.pick [woken; Lwt_unix.sleep (seconds "timeout_ms") >|= fun () -> "\"timeout\""]);
    it.waiter
  | "set", Some it -> (if is_flag then set_flag else set) it; ok
  | "clear", Some it -> it.raised <- false; ok
  | "is_set", Some it -> Lwt.return (Printf.sprintf "\"ok\",\"value\":%b" it.raised)
  | "yield", _ -> Lwt.pause () >>= fun () -> ok
  | "sleep", _ -> Lwt_unix.sleep (seconds "ms") >>= fun () -> ok
  | "hog", _ -> Unix.sleepf (seconds "ms"); ok
  | "spawn", _ -> soon (fun () -> Lwt.async (fun () -> live run name "\"started\"")); ok
  | "cancel", _ -> soon (fun () -> Lwt.cancel (Hashtbl.find run.pending name)); ok
  | "interrupt", Some it -> Thread.join (Thread.create set_flag it); ok
  | "arm", Some it -> let delay = seconds "delay_ms" in ignore (Thread.create (fun () -> Thread.delay delay; set_flag it) ()); ok
  | op, _ -> failwith op

(* The life of one task: says how its last operation ended, then does what the suite asks of it. *)
and live run task reply =
  if run.over then Lwt.return_unit
  else begin
    say task reply;
    let request = ask () in
    if List.mem (member "op" request) ["exit"; "end"] then (run.over <- task = "main"; Lwt.return_unit)
    else
      let pending = perform run request in
      Hashtbl.replace run.pending task pending;
      Lwt.catch (fun () -> pending) (function Lwt.Canceled -> Lwt.return "\"cancelled\"" | wrong -> Lwt.fail wrong)
      >>= live run task
  end

let scenario begun =
  let all key = Str.split (Str.regexp "[][,]+") (member key begun) |> List.map (fun name -> (name, signal ())) in
  let run = { events = all "events"; flags = all "flags"; pending = Hashtbl.create 8; over = false } in
  Lwt_main.run (Lwt.pause () >>= fun () -> live run "main" "\"started\"");
  Hashtbl.iter (fun _ pending -> Lwt.cancel pending) (Hashtbl.copy run.pending);
  print_endline "{\"ended\":true}"

let () =
  print_endline {|{"fanion":1,"name":"Lwt","version":"5.6","features":["event","cancel","timeout","flag","interrupt","arm"]}|};
  let rec serve () = let request = ask () in if member "op" request = "begin" then (scenario request; serve ()) in
  serve ()
