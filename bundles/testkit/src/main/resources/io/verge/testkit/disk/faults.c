/*
 * A disk that fails, between a process and its files: cc -shared -fPIC -o faults.so faults.c -ldl; LD_PRELOAD=faults.so.
 *
 * For what is in DISK_FOLDER, and the folder itself, it
 *   - counts operations and lets those fail that DISK_PLAN names: rules KIND:FIRST:LAST:FAULT, with commas between them.
 *     KIND is write, sync, truncate, open, name (rename, unlink, mkdir), read, or any (all of these but read). FAULT is EIO, ENOSPC,
 *     short (a part is written) or cut: the power goes, with the operation undone, half done or done, and the process with it;
 *   - notes in DISK_LOG/log how each change that was not synced is undone, so that the test's PowerCut can lose it. What is replaced
 *     or removed stays as DISK_LOG/kept-INODE. DISK_LOG is on the same file system.
 * DISK_SEED chooses how much is written. A sync ends no changes on a medium: the process alone dies, and the system keeps the rest.
 * Memory that is mapped is not watched, so SQLite's -shm is not; it is made anew after a start.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/* The function of that name in the C library. */
#define REAL(name) \
  ({ static __typeof__(&name) real; \
     if (!real) real = (__typeof__(&name)) dlsym(RTLD_NEXT, #name); \
     real; })

enum kind { WRITE, SYNC, TRUNCATE, OPEN, NAME, READ, ANY, KINDS };
static const char *const KIND[] = {"write", "sync", "truncate", "open", "name", "read", "any"};
enum { NONE = 0, SHORT = -1, CUT = -2 }; /* others: errno */

struct rule { int kind; long first, last; int fault; };

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct rule rules[32];
static int rule_count, log_file = -1;
static long counts[KINDS];
static char folder[4096], kept[4096];
static uint64_t seed;

static void __attribute__((constructor)) begin(void) {
  const char *where = getenv("DISK_FOLDER"), *log = getenv("DISK_LOG"), *plan = getenv("DISK_PLAN"), *number = getenv("DISK_SEED");
  if (!where || !log) return;
  seed = (number ? strtoull(number, NULL, 10) : 0) * 2654435769u + 88172645463325252u;
  char text[4096], kind[16], fault[16];
  snprintf(kept, sizeof kept, "%s/kept-", log);
  snprintf(text, sizeof text, "%s/log", log);
  log_file = REAL(open)(text, O_CREAT | O_APPEND | O_WRONLY | O_CLOEXEC, 0644);
  snprintf(text, sizeof text, "%s", plan ? plan : "");
  for (char *next, *one = strtok_r(text, ",", &next); one && rule_count < 32; one = strtok_r(NULL, ",", &next)) {
    struct rule *rule = &rules[rule_count];
    if (sscanf(one, "%15[^:]:%ld:%ld:%15s", kind, &rule->first, &rule->last, fault) != 4) abort();
    while (rule->kind < KINDS && strcmp(KIND[rule->kind], kind)) rule->kind++;
    rule->fault = !strcmp(fault, "EIO") ? EIO : !strcmp(fault, "ENOSPC") ? ENOSPC : !strcmp(fault, "short") ? SHORT : CUT;
    if (rule->kind == KINDS) abort();
    rule_count++;
  }
  snprintf(folder, sizeof folder, "%s", where);
}

static uint64_t chance(uint64_t below) { /* xorshift64 */
  seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17;
  return below ? seed % below : 0;
}

static int ours(const char *path) {
  size_t length = strlen(folder);
  return length && path && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

/* The path of an open file of ours, or of the folder around; its state. */
static int open_ours(int file, char path[4096], struct stat *state) {
  char link[32];
  if (!*folder || file == log_file) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, 4095);
  if (length <= 0) return 0;
  path[length] = 0;
  const char *parent_end = strrchr(folder, '/');
  int parent = length == parent_end - folder && !strncmp(path, folder, length);
  return (parent || ours(path)) && !fstat(file, state);
}

static int fault(enum kind kind) {
  long any = kind == READ ? 0 : ++counts[ANY], own = ++counts[kind];
  for (int i = 0; i < rule_count; i++) {
    long number = rules[i].kind == (int) kind ? own : rules[i].kind == ANY ? any : 0;
    if (number && rules[i].first <= number && number <= rules[i].last) return rules[i].fault;
  }
  return NONE;
}

static void power_goes(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

/* One entry: what happened, where, and what was there before; see UndoLog. */
static void note(char what, uint64_t inode, off_t offset, size_t length, off_t size, const char *path, const char *path2,
                 const void *old, size_t old_length) {
  struct { uint32_t what, path, path2, old; uint64_t inode, offset, length, size; } head = {
      (uint32_t) what, (uint32_t) strlen(path), (uint32_t) strlen(path2), (uint32_t) old_length, inode, (uint64_t) offset, length,
      (uint64_t) size};
  struct iovec parts[] = {{&head, sizeof head}, {(void *) path, head.path}, {(void *) path2, head.path2}, {(void *) old, old_length}};
  if (REAL(writev)(log_file, parts, 4) != (ssize_t) (sizeof head + head.path + head.path2 + old_length)) abort();
}

/* A part of a file is about to change; length is that of the change. */
static void note_change(const char *path, const struct stat *state, off_t offset, size_t length) {
  size_t there = offset >= state->st_size ? 0 : (size_t) (state->st_size - offset);
  size_t old_length = there < length ? there : length;
  char *old = malloc(old_length + 1);
  int file = REAL(open)(path, O_RDONLY | O_CLOEXEC);
  if (!old || file < 0 || REAL(pread)(file, old, old_length, offset) != (ssize_t) old_length) abort();
  note('W', state->st_ino, offset, length, state->st_size, "", "", old, old_length);
  REAL(close)(file);
  free(old);
}

static int fail(int with) {
  pthread_mutex_unlock(&mutex);
  errno = with;
  return -1;
}

static int done(int result, int how) {
  if (how == CUT) power_goes();
  int with = errno;
  pthread_mutex_unlock(&mutex);
  errno = with;
  return result;
}

/* Whether a cut comes before what it is about; else it comes after. */
static void maybe_cut_before(int how) {
  if (how == CUT && chance(2)) power_goes();
}

static ssize_t put(int file, const void *octets, size_t length, off_t offset) {
  char path[4096];
  struct stat state;
  int own = open_ours(file, path, &state) && S_ISREG(state.st_mode);
  if (!own) return offset < 0 ? REAL(write)(file, octets, length) : REAL(pwrite)(file, octets, length, offset);
  pthread_mutex_lock(&mutex);
  int how = fault(WRITE);
  if (how > 0) return fail(how);
  if (how != NONE && length > 1) length = 1 + chance(length - 1);
  fstat(file, &state);
  int at_end = fcntl(file, F_GETFL) & O_APPEND;
  note_change(path, &state, offset >= 0 ? offset : at_end ? state.st_size : lseek(file, 0, SEEK_CUR), length);
  ssize_t written = offset < 0 ? REAL(write)(file, octets, length) : REAL(pwrite)(file, octets, length, offset);
  done(0, how);
  return written;
}

ssize_t write(int file, const void *octets, size_t length) { return put(file, octets, length, -1); }
ssize_t pwrite(int file, const void *octets, size_t length, off_t offset) { return put(file, octets, length, offset); }
ssize_t pwrite64(int file, const void *octets, size_t length, off64_t offset) { return put(file, octets, length, offset); }

static int get(int file) {
  char path[4096];
  struct stat state;
  if (!open_ours(file, path, &state) || !S_ISREG(state.st_mode)) return 0;
  pthread_mutex_lock(&mutex);
  int how = fault(READ);
  return how > 0 ? fail(how) : done(0, how);
}

ssize_t read(int file, void *octets, size_t length) { return get(file) ? -1 : REAL(read)(file, octets, length); }
ssize_t pread64(int file, void *octets, size_t length, off64_t offset) {
  return get(file) ? -1 : REAL(pread64)(file, octets, length, offset);
}

static int sync_file(int file, int (*real)(int)) {
  char path[4096];
  struct stat state;
  if (!open_ours(file, path, &state)) return real(file);
  pthread_mutex_lock(&mutex);
  int how = fault(SYNC);
  int folder_of_names = S_ISDIR(state.st_mode);
  if (how > 0) {
    /* The system calls the pages clean all the same: a later sync that succeeds does not write them. */
    if (!folder_of_names) note('F', state.st_ino, 0, 0, 0, "", "", "", 0);
    return fail(how);
  }
  maybe_cut_before(how);
  note(folder_of_names ? 'D' : 'S', state.st_ino, 0, 0, 0, path, "", "", 0);
  return done(0, how);
}

int fsync(int file) { return sync_file(file, REAL(fsync)); }
int fdatasync(int file) { return sync_file(file, REAL(fdatasync)); }

int ftruncate(int file, off_t length) {
  char path[4096];
  struct stat state;
  if (!open_ours(file, path, &state)) return REAL(ftruncate)(file, length);
  pthread_mutex_lock(&mutex);
  int how = fault(TRUNCATE);
  if (how > 0) return fail(how);
  maybe_cut_before(how);
  off_t from = length < state.st_size ? length : state.st_size, to = length < state.st_size ? state.st_size : length;
  if (from != to) note_change(path, &state, from, (size_t) (to - from));
  return done(REAL(ftruncate)(file, length), how);
}

int ftruncate64(int file, off64_t length) { return ftruncate(file, length); }

static int open_file(const char *path, int flags, mode_t mode) {
  struct stat state;
  if (!ours(path) || !(flags & (O_CREAT | O_TRUNC | O_WRONLY | O_RDWR))) return REAL(open)(path, flags, mode);
  pthread_mutex_lock(&mutex);
  int how = fault(OPEN);
  if (how > 0) return fail(how);
  maybe_cut_before(how);
  int there = !lstat(path, &state);
  if (!there && (flags & O_CREAT)) note('C', 0, 0, 0, 0, path, "", "", 0);
  if (there && (flags & O_TRUNC) && state.st_size > 0) note_change(path, &state, 0, (size_t) state.st_size);
  return done(REAL(open)(path, flags, mode), how);
}

int open(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  return open_file(path, flags | O_LARGEFILE, mode);
}

/* What a name stands for is kept under another. */
static uint64_t keep(const char *path) {
  struct stat state;
  char other[4200];
  if (lstat(path, &state) || !S_ISREG(state.st_mode)) return 0;
  snprintf(other, sizeof other, "%s%llu", kept, (unsigned long long) state.st_ino);
  if (link(path, other) && errno != EEXIST) abort();
  return state.st_ino;
}

int rename(const char *from, const char *to) {
  if (!ours(from) || !ours(to)) return REAL(rename)(from, to);
  pthread_mutex_lock(&mutex);
  int how = fault(NAME);
  if (how > 0) return fail(how);
  maybe_cut_before(how);
  note('R', keep(to), 0, 0, 0, from, to, "", 0);
  return done(REAL(rename)(from, to), how);
}

int unlink(const char *path) {
  if (!ours(path)) return REAL(unlink)(path);
  pthread_mutex_lock(&mutex);
  int how = fault(NAME);
  if (how > 0) return fail(how);
  maybe_cut_before(how);
  note('U', keep(path), 0, 0, 0, path, "", "", 0);
  return done(REAL(unlink)(path), how);
}

int mkdir(const char *path, mode_t mode) {
  struct stat state;
  if (!ours(path) || !lstat(path, &state)) return REAL(mkdir)(path, mode);
  pthread_mutex_lock(&mutex);
  int how = fault(NAME);
  if (how > 0) return fail(how);
  maybe_cut_before(how);
  note('C', 0, 0, 0, 0, path, "", "", 0);
  return done(REAL(mkdir)(path, mode), how);
}
