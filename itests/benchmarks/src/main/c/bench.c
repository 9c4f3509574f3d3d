/*
 * Times the C code that asn1c generates from our T/CSAE 53-2019 modules.
 *
 * Reads a file with lines of a name and the hexadecimal octets of a MessageFrame; prints for each a line
 * of the name, the nanoseconds to decode it and free the result, and those to encode it. Each figure is
 * the least of slices of a twentieth of a second: other programs on the machine only ever add to it.
 */
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "MessageFrame.h"

#define MAX_OCTETS 65536
#define SLICES 25
#define SLICE_NS 5e7

static unsigned char octets[MAX_OCTETS];
static unsigned char encoded[MAX_OCTETS];
static size_t length;

/* Keeps the name of the message for errors. */
static const char *current;

static void fail(const char *reason) {
    fprintf(stderr, "bench: %s: %s\n", current, reason);
    exit(1);
}

static MessageFrame_t *decode(void) {
    MessageFrame_t *frame = NULL;
    asn_dec_rval_t result = uper_decode_complete(NULL, &asn_DEF_MessageFrame, (void **)&frame, octets, length);
    if (result.code != RC_OK) {
        fail("asn1c's code cannot decode it");
    }
    return frame;
}

static void decode_and_free(MessageFrame_t *unused) {
    (void)unused;
    MessageFrame_t *frame = decode();
    ASN_STRUCT_FREE(asn_DEF_MessageFrame, frame);
}

static void encode(MessageFrame_t *frame) {
    asn_enc_rval_t result = uper_encode_to_buffer(&asn_DEF_MessageFrame, frame, encoded, sizeof encoded);
    if (result.encoded < 0) {
        fail("asn1c's code cannot encode it");
    }
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1e9 + time.tv_nsec;
}

/* Nanoseconds for one run, over a slice of time. */
static double slice(void (*run)(MessageFrame_t *), MessageFrame_t *frame) {
    long runs = 0;
    double start = now();
    double end = start;
    while (end - start < SLICE_NS) {
        for (int i = 0; i < 256; i++) {
            run(frame);
        }
        runs += 256;
        end = now();
    }
    return (end - start) / runs;
}

static double least(void (*run)(MessageFrame_t *), MessageFrame_t *frame) {
    double least = slice(run, frame);
    for (int i = 1; i < SLICES; i++) {
        double next = slice(run, frame);
        least = next < least ? next : least;
    }
    return least;
}

static void parse(const char *hex) {
    unsigned octet;
    for (length = 0; length < MAX_OCTETS && isxdigit((unsigned char)hex[2 * length]); length++) {
        if (sscanf(hex + 2 * length, "%2x", &octet) != 1) {
            fail("not hexadecimal octets");
        }
        octets[length] = (unsigned char)octet;
    }
}

int main(int argc, char **argv) {
    static char line[2 * MAX_OCTETS + 256];
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (file == NULL) {
        fprintf(stderr, "usage: bench FILE, with lines of a name and hexadecimal octets\n");
        return 2;
    }
    while (fgets(line, sizeof line, file) != NULL) {
        char *space = strchr(line, ' ');
        if (space == NULL) {
            continue;
        }
        *space = '\0';
        current = line;
        parse(space + 1);
        MessageFrame_t *frame = decode();
        encode(frame);
        if (memcmp(octets, encoded, length) != 0) {
            fail("asn1c's code encodes it otherwise");
        }
        double decoding = least(decode_and_free, NULL);
        double encoding = least(encode, frame);
        printf("%s %.1f %.1f\n", current, decoding, encoding);
        ASN_STRUCT_FREE(asn_DEF_MessageFrame, frame);
    }
    fclose(file);
    return 0;
}
