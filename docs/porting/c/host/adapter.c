/*
 * Conformance adapter for the C port: docs/protocol.md over standard input and output, for a shell of stackless tasks.
 *
 * Build: make -C docs/porting/c
 * Run:   ./fanion conform --adapter docs/porting/c/target/adapter
 *
 * Interrupts are signals to the loop's own thread; with --threads they are calls by another thread. The program adapter-clock
 * is the same on a simulated clock. The tasks' text is live() below: the running task reads the next request, and does it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "host.h"

#define MOST 8        /* names of a kind in a scenario */
#define LONGEST 65537 /* a line, with its end */

typedef char name[17];

/* A task of the scenario: the core's, and what it will say. */
typedef struct {
  fanion_task task;
  const char *called;
  const char *result;
  bool waits;        /* the result is how the wait has ended, */
  const char *good;  /* and this, if it went well */
  const char *value; /* null: none */
} actor;

static char request[LONGEST];
static fanion_loop loop;
static name task_names[MOST], event_names[MOST], flag_names[MOST];
static unsigned tasks, events, flags;
static actor actors[MOST];
static fanion_event event[MOST];
static fanion_flag flag[MOST];
static bool over;

/* Where the value of a member of the request begins; null if it has no such member. */
static const char *member(const char *key) {
  size_t length = strlen(key);
  for (const char *at = request; (at = strchr(at, '"')) != NULL; at++) {
    if (strncmp(at + 1, key, length) == 0 && at[1 + length] == '"') {
      const char *value = at + length + 2 + strspn(at + length + 2, " \t");
      if (*value == ':') {
        return value + 1 + strspn(value + 1, " \t");
      }
    }
  }
  return NULL;
}

static unsigned number(const char *key) {
  const char *value = member(key);
  return value == NULL ? 0 : (unsigned)strtoul(value, NULL, 10);
}

static bool is(const char *key, const char *text) {
  const char *value = member(key);
  return value != NULL && value[0] == '"' && strncmp(value + 1, text, strlen(text)) == 0 && value[1 + strlen(text)] == '"';
}

/* The names of a list of the request, and how many there are. */
static unsigned names(const char *key, name *list) {
  const char *at = member(key);
  unsigned count = 0;
  while (at != NULL && count < MOST && (at = strpbrk(at, "\"]")) != NULL && *at == '"') {
    size_t length = strcspn(++at, "\"");
    snprintf(list[count++], sizeof *list, "%.*s", (int)length, at);
    at += length + 1;
  }
  return count;
}

/* Which of the names a member of the request is; MOST if none. */
static unsigned which(const char *key, name *list, unsigned count) {
  for (unsigned n = 0; n < count; n++) {
    if (is(key, list[n])) {
      return n;
    }
  }
  return MOST;
}

static void ask(void) {
  if (fgets(request, LONGEST, stdin) == NULL) {
    exit(0);
  }
}

static void end_line(void) {
  if (host_is_simulated()) {
    printf(",\"now\":%.3f", host_milliseconds());
  }
  puts("}");
  fflush(stdout);
}

/* Says how the last operation of a task ended, and reads the next request. The end of input ends the process. */
static void say_and_ask(const actor *self) {
  printf("{\"task\":\"%s\",\"result\":\"%s\"", self->called, self->result);
  if (self->value != NULL) {
    printf(",\"value\":%s", self->value);
  }
  end_line();
  ask();
}

static void set_flag(void *what) { fanion_flag_set(what); }

static bool refused;

static void set_event(void *what) { refused = !fanion_event_set(what); }

/* The flag of a storm, and how often the wait for it has returned. */
static fanion_flag *stormy;
static unsigned wakes;

static void storm_begins(void) {
  stormy = &flag[which("flag", flag_names, flags)];
  wakes = 0;
  host_storm_begin(stormy, number("setters"), number("sets"));
}

static const char *storm_ends(void) {
  static char text[16];
  host_storm_end();
  fanion_flag_clear(stormy);
  snprintf(text, sizeof text, "%u", wakes);
  return text;
}

static void live(fanion_task *task);

static void spawn(unsigned n) {
  actors[n].called = task_names[n];
  fanion_spawn(&loop, &actors[n].task, live);
}

/* Has the running task wait, for what a call of the core has begun. */
static bool waiting(actor *self, bool suspended, const char *good) {
  self->waits = true;
  self->good = good;
  return suspended;
}

/* Begins what the request asks of the running task. Returns whether the task is suspended. */
static bool perform(actor *self) {
  unsigned e = which("event", event_names, events), f = which("flag", flag_names, flags);
  unsigned t = which("task", task_names, tasks);
  fanion_time limit = member("timeout_ms") == NULL ? FANION_FOREVER : host_ticks(number("timeout_ms"));
  self->waits = false;
  self->value = NULL;
  self->result = "ok";
  if (is("op", "wait")) {
    return waiting(self, e < MOST ? fanion_event_wait(&event[e], limit) : fanion_flag_wait(&flag[f], limit), "woken");
  } else if (is("op", "yield")) {
    return waiting(self, fanion_yield(&loop), "ok");
  } else if (is("op", "sleep")) {
    return waiting(self, fanion_sleep(&loop, host_ticks(number("ms"))), "ok");
  } else if (is("op", "set")) {
    e < MOST ? (void)fanion_event_set(&event[e]) : fanion_flag_set(&flag[f]);
  } else if (is("op", "clear")) {
    (void)(e < MOST ? fanion_event_clear(&event[e]) : fanion_flag_clear(&flag[f]));
  } else if (is("op", "is_set")) {
    self->value = fanion_event_is_set(&event[e]) ? "true" : "false";
  } else if (is("op", "spawn")) {
    spawn(t);
  } else if (is("op", "cancel")) {
    fanion_cancel(&actors[t].task);
  } else if (is("op", "hog")) {
    host_hog(number("ms"));
  } else if (is("op", "arm")) {
    host_arm(f, number("delay_ms"), set_flag, &flag[f]);
  } else if (is("op", "interrupt") && e < MOST) {
    host_interrupt(set_event, &event[e]);
    self->result = refused ? "refused" : "ok";
  } else if (is("op", "interrupt")) {
    host_interrupt(set_flag, &flag[f]);
  } else {
    self->result = "unknown"; // which the suite reports
  }
  return false;
}

static const char *how_it_ended(const actor *self) {
  static const char *const others[] = {[FANION_TIMED_OUT] = "timeout", [FANION_CANCELLED] = "cancelled",
                                       [FANION_REFUSED] = "refused"};
  uint8_t ended = fanion_ended(&self->task);
  return ended == FANION_WOKEN ? self->good : others[ended];
}

/* The life of a task. When the scenario is over it says nothing more, and leaves. */
static void live(fanion_task *task) {
  actor *self = (actor *)task;
  FANION_BEGIN(task);
  self->result = "started";
  self->value = NULL;
  while (!over) {
    say_and_ask(self);
    if (is("op", "exit") || is("op", "end")) {
      over = task == loop.main;
      break;
    }
    if (is("op", "storm")) {
      storm_begins();
      do {
        FANION_AWAIT(task, fanion_flag_wait(stormy, FANION_FOREVER));
        wakes++;
      } while (!host_storm_is_over());
      self->result = "ok";
      self->value = storm_ends();
    } else {
      FANION_AWAIT(task, perform(self));
      self->result = self->waits ? how_it_ended(self) : self->result;
    }
  }
  FANION_END(task);
}

static void scenario(void) {
  tasks = names("tasks", task_names);
  events = names("events", event_names);
  flags = names("flags", flag_names);
  over = false;
  fanion_loop_init(&loop);
  for (unsigned n = 0; n < events; n++) {
    fanion_event_init(&event[n], &loop);
  }
  for (unsigned n = 0; n < flags; n++) {
    fanion_flag_init(&flag[n], &loop);
  }
  spawn(0); // main
  fanion_end end = fanion_run(&loop);
  host_disarm();
  if (end == FANION_ENDED) {
    printf("{\"ended\":true");
  } else {
    const char *before = "{\"deadlock\":[";
    for (fanion_task *task = fanion_next_live(&loop, NULL); task != NULL; task = fanion_next_live(&loop, task)) {
      printf("%s\"%s\"", before, ((actor *)task)->called);
      before = ",";
    }
    printf("]");
    over = true;
    fanion_finish(&loop);
  }
  end_line();
}

int main(int count, char **arguments) {
  host_start(count < 2 || strcmp(arguments[1], "--threads") != 0);
  printf("{\"fanion\":1,\"name\":\"Fanion's port to C\",\"version\":\"design %d\",\"features\":[\"event\",\"flag\",\"cancel\","
         "\"timeout\",\"interrupt\",\"arm\",\"guard\",\"deadlock\"%s%s]}\n",
         FANION_DESIGN, host_can_storm() ? ",\"storm\"" : "", host_is_simulated() ? ",\"clock\"" : "");
  fflush(stdout);
  for (ask(); is("op", "begin"); ask()) {
    scenario();
  }
}
