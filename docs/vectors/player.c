/* Plays vectors to an adapter, as player.py does, from the plain form of the file: no library but POSIX.

     cc -std=c11 -o player player.c && ./player [--deadline SECONDS] FILE.txt COMMAND [ARGUMENT...]

   Prints TAP. Status 0: every reply was right; 1: one was not, or did not come; 2: nobody can tell. */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LINE = 65536 + 2, STEPS = 4000, REPLIES = 32768, TEXT = 1 << 22, LAST = 20 };

static struct { char *rules, *ask; int first, end; } step[STEPS];
static struct { char *words; int next; } reply[REPLIES];
static char text[TEXT], line[LINE], rest[LINE], features[LINE], talk[LAST][1024];
static size_t used, held;
static int steps, replies, to, from, number, silent;
static double deadline = 5;
static pid_t child;
static char **command, *file;

static void end(void) {
  if (child > 0) {
    kill(-child, SIGKILL);
    waitpid(child, NULL, 0);
    close(to), close(from);
  }
  child = 0;
}

static _Noreturn void bail(const char *form, ...) {
  va_list all;
  va_start(all, form);
  printf("Bail out! ");
  vprintf(form, all);
  printf("\n");
  end();
  exit(2);
}

static _Noreturn void broken(const char *why) {
  bail("%s, line %d: %s; write it anew, with ./fanion vectors", file, number, why);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec / 1e9;
}

/* Reads a line of the adapter into `line`: 1, or 0 if it has ended, or -1 if nothing comes in time. */
static int hear(double seconds) {
  double until = now() + seconds;
  for (char *lf; !(lf = memchr(rest, '\n', held));) {
    struct pollfd ready = {from, POLLIN, 0};
    double left = until - now();
    int come = poll(&ready, 1, left <= 0 ? 0 : left < 1e6 ? (int) (left * 1000) + 1 : 1000000000);
    if (come == 0) return -1;
    if (held == sizeof rest - 1) bail("the adapter sent a line of more than 65,536 bytes");
    ssize_t more = come > 0 ? read(from, rest + held, sizeof rest - 1 - held) : -1;
    if (more == 0 || (more < 0 && errno != EINTR)) return 0;
    held += more > 0 ? (size_t) more : 0;
  }
  size_t length = (size_t) ((char *) memchr(rest, '\n', held) - rest);
  memcpy(line, rest, length);
  line[length] = 0;
  memmove(rest, rest + length + 1, held -= length + 1);
  return 1;
}

/* Behind the JSON value that begins here; at the end of the line if it has no end. */
static char *behind(char *p) {
  int depth = 0, quoted = 0;
  for (; *p && (quoted || depth || !strchr(",}", *p)); p++) {
    if (quoted && *p == '\\' && p[1]) p++;
    else if (*p == '"') quoted = !quoted;
    else if (!quoted && strchr("[{", *p)) depth++;
    else if (!quoted && strchr("]}", *p)) depth--;
  }
  return p;
}

/* The value of a member of the object in `line`, without quotes, and brackets and blanks outside of them; 0 without it. */
static int member(const char *name, char *value, size_t size) {
  for (char *p = strchr(line, '{'); p && *p && *p != '}'; p = behind(p)) {
    char *key = strchr(p, '"'), *stop = key ? strchr(key + 1, '"') : NULL, *at = stop ? strchr(stop, ':') : NULL;
    if (!at) return 0;
    p = at + 1;
    if ((size_t) (stop - key - 1) == strlen(name) && !strncmp(key + 1, name, strlen(name))) {
      int quoted = 0;
      for (char *c = p, *last = behind(p); c < last && size > 1; c++) {
        if (*c == '"') quoted = !quoted;
        else if (quoted || !strchr("[] \t\r", *c)) *value++ = *c, size--;
      }
      *value = 0;
      return 1;
    }
  }
  return 0;
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *) a, *(char *const *) b); }

/* What the adapter replies to a request, in the words of a vector. */
static const char *ask(const char *request) {
  static char words[512], a[200], b[100];
  if (dprintf(to, "%s\n", request) < 0) return "nothing, the adapter has ended";
  int heard = hear(deadline);
  if (heard <= 0) return heard ? "nothing in time" : "nothing, the adapter has ended";
  if (member("ended", a, sizeof a) && !strcmp(a, "true")) return "ended";
  if (member("deadlock", a, sizeof a)) {
    char *task[100];
    size_t tasks = 0;
    for (char *t = strtok(a, ","); t; t = strtok(NULL, ",")) task[tasks++] = t;
    qsort(task, tasks, sizeof *task, by_name);
    strcpy(words, "deadlock of ");
    for (size_t i = 0; i < tasks; i++) strcat(strcat(words, i ? ", " : ""), task[i]);
  } else if (member("task", a, sizeof a) && member("result", b, sizeof b)) {
    size_t length = (size_t) snprintf(words, sizeof words, "%s %s", a, b);
    if (member("value", a, sizeof a) && strcmp(a, "null")) snprintf(words + length, sizeof words - length, " %s", a);
  } else {
    *words = 0;
  }
  if (!*words || words[strspn(words, "abcdefghijklmnopqrstuvwxyz0123456789, ")]) {
    for (char *c = line; *c; c++) if (*c < ' ' || *c > '~') *c = '?';
    bail("the adapter sent what is no reply: %.200s", line);
  }
  return words;
}

static void start(void) {
  int in[2], out[2];
  if (pipe(in) || pipe(out) || (child = fork()) < 0) bail("no process: %s", strerror(errno));
  if (!child) {
    setpgid(0, 0);
    dup2(in[0], 0), dup2(out[1], 1);
    close(in[0]), close(in[1]), close(out[0]), close(out[1]);
    signal(SIGPIPE, SIG_DFL);
    execvp(*command, command);
    _exit(127);
  }
  setpgid(child, child);
  close(in[0]), close(out[1]);
  to = in[1], from = out[0], held = 0;
  if (hear(10 * deadline) <= 0 || !member("features", features + 1, sizeof features - 2))
    bail("the adapter's first line is no hello");
  *features = ',';
  strcat(features, ",");
}

/* 1 if every reply was right; 0 if one was not, which is told. */
static int play(const char *begin, char *title) {
  static char who[200], came[512], told[2048];
  int at = 0, said = 0, right = 0;
  snprintf(came, sizeof came, "%s", ask(begin));
  if (strcmp(came, "main started")) {
    snprintf(told, sizeof told, "it began with: %s; allowed: main started", came);
    at = -2;
  }
  for (; at >= 0 && said <= steps; right = at == -1) {
    int from_reply = step[at].first, to_reply = step[at].end, i = from_reply;
    sscanf(came, "%199s", who);
    snprintf(came, sizeof came, "%s", ask(step[at].ask));
    snprintf(talk[said++ % LAST], sizeof *talk, "%s: %s -> %s", who, step[at].ask, came);
    while (i < to_reply && strcmp(came, reply[i].words)) i++;
    if (i == to_reply) {
      int n = snprintf(told, sizeof told, "step %d (%s): %s; allowed: ", said, step[at].rules, came);
      for (i = from_reply; i < to_reply && n < (int) sizeof told - 1; i++)
        n += snprintf(told + n, sizeof told - (size_t) n, "%s%s", i > from_reply ? " | " : "", reply[i].words);
      at = -2;
    } else at = reply[i].next;
  }
  printf("%sok %s\n", right ? "" : "not ", title);
  for (int i = said > LAST - 1 ? said - LAST + 1 : 0; !right && i < said; i++) printf("# %s\n", talk[i % LAST]);
  if (!right) printf("# %s\n", told), silent += !strcmp(came, "nothing in time");
  return right;
}

static char *keep(const char *from_line) {
  size_t length = strlen(from_line) + 1;
  if (used + length > TEXT) broken("it is too long for this player");
  used += length;
  return strcpy(text + used - length, from_line);
}

/* Reads a line of the file without its end; 0 behind the last one. */
static int next(FILE *in) {
  number++;
  if (!fgets(line, sizeof line, in)) return 0;
  if (!strchr(line, '\n')) broken("it is cut short, or too long");
  line[strcspn(line, "\r\n")] = 0;
  return 1;
}

/* Reads a vector behind its first line. */
static void load(FILE *in, char **begin) {
  int at, skip = 0, next_step;
  char rules[512];
  steps = replies = 0, *begin = NULL;
  while (next(in) && strcmp(line, "end")) {
    if (!strncmp(line, "begin ", 6)) *begin = keep(line + 6);
    else if (sscanf(line, "step %d %511s %n", &at, rules, &skip) == 2 && at == steps && steps < STEPS) {
      for (char *c = rules; *c; c++) if (*c == ',') *c = ' ';
      step[steps].rules = keep(strcmp(rules, "-") ? rules : "no rule"), step[steps].ask = keep(line + skip);
      step[steps].first = step[steps].end = replies, steps++;
    } else if (sscanf(line, "reply %d %n", &next_step, &skip) == 1 && steps && replies < REPLIES && next_step >= -1) {
      reply[replies].next = next_step, reply[replies].words = keep(line + skip);
      step[steps - 1].end = ++replies;
    } else broken("it is no line of a vector, or not in its place");
  }
  if (strcmp(line, "end") || !*begin || !replies) broken("the vector is not whole");
  for (int i = 0; i < replies; i++) if (reply[i].next >= steps) broken("it leads to a step that is not there");
}

int main(int words, char **word) {
  if (words > 3 && !strcmp(word[1], "--deadline")) deadline = atof(word[2]), word += 2, words -= 2;
  if (words < 3 || !(deadline > 0)) bail("player [--deadline SECONDS] FILE.txt COMMAND [ARGUMENT...]");
  file = word[1], command = word + 2;
  signal(SIGPIPE, SIG_IGN);
  setvbuf(stdout, NULL, _IOLBF, 0);
  FILE *in = fopen(file, "r");
  if (!in) bail("%s: %s", file, strerror(errno));
  int count = 0, told = 0, passed = 0, failed = 0, skipped = 0, enough = 0;
  char header[1024] = "", id[64], needs[256], kind[256], title[1024], missing[256], status = 0, *begin;
  if (!next(in) || sscanf(line, "fanion-vectors 1 count=%d %1023[^\n]", &count, header) != 2)
    broken("it is no file of vectors of form 1");
  while (next(in)) {
    if (sscanf(line, "vector %63s %255s %255[^\n]", id, needs, kind) != 3) broken("no vector begins here");
    used = 0, told++;
    load(in, &begin);
    if (!enough && !passed && !failed && !skipped) printf("TAP version 13\n");
    if (enough) continue;
    if (!child) start();
    *missing = 0;
    for (char *need = strtok(needs, ","); need && strcmp(need, "-"); need = strtok(NULL, ",")) {
      char member_of[300];
      snprintf(member_of, sizeof member_of, ",%s,", need);
      if (!strstr(features, member_of)) strcat(strcat(missing, " "), need);
    }
    snprintf(title, sizeof title, "%d - %s %s", told, id, kind);
    if (*missing) printf("ok %s # SKIP needs%s\n", title, missing), skipped++;
    else if (play(begin, title)) passed++;
    else {
      end();
      if (++failed == 20 || silent == 3) enough = told;
    }
  }
  if (told != count) broken("the header promises more or fewer vectors than there are");
  if (enough) printf("# that is enough: %d vectors were not played\n", count - enough);
  if (child && failed) end();
  if (child) {
    dprintf(to, "{\"op\":\"quit\"}\n");
    close(to);
    int ended = hear(deadline), how = 0;
    if (ended || waitpid(child, &how, 0) < 0 || how) status = 2;
    child = ended ? child : 0;
    if (status) bail("the adapter did not end as it should when it was asked to quit");
  }
  printf("1..%d\n# %d passed, %d failed, %d skipped; %s\n", passed + failed + skipped, passed, failed, skipped, header);
  return failed ? 1 : passed ? 0 : 2;
}
