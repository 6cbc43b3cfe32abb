// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/postgres/copydecoder.h"
#include "core/source/postgres/sampleblock.h"
#include "tests/fuzz/target.h"

#include <vector>

using namespace cbpm;

namespace {

std::string_view textOf(std::span<const std::uint8_t> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

void decodeBlock(fuzz::Input &input)
{
    std::vector<std::string_view> fields;
    while (!input.isEmpty() && fields.size() < 8)
        fields.push_back(textOf(input.piece()));
    const auto slot = fields.empty() ? std::nullopt : SampleBlock{0, {}, 0, fields.back()}.times();
    const auto block = SampleBlock::of(std::span{fields}.first(fields.empty() ? 0 : fields.size() - 1));
    if (!block)
        return;
    DetectorSamples samples;
    const bool isWhole = block->appendTo(samples, slot.value_or(SlotTimes{}));
    fuzz::require(!isWhole || (samples.size() == block->n && samples.button[3].size() == block->n));
}

} // namespace

/// Messages of a COPY stream of any form, or the row of a block table.
int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    fuzz::Input input{data, size};
    const std::uint8_t kind = input.byte();
    if (kind & 0x80) {
        decodeBlock(input);
        return 0;
    }
    WireForm form;
    form.time = kind & 1 ? WireForm::Time::Seconds : WireForm::Time::Timestamptz;
    form.detector = kind & 2 ? WireForm::Detector::Id : WireForm::Detector::Text;
    form.buttons = kind & 4 ? WireForm::Buttons::Interval : WireForm::Buttons::Lseg;
    CopyDecoder decoder{form};
    CopiedRow row;
    std::uint64_t bytes = 0;
    while (!input.isEmpty()) {
        const std::string_view message = textOf(input.piece());
        const auto step = decoder.decode({message.data(), message.size()}, row);
        if (step == CopyDecoder::Step::Damaged) {
            fuzz::require(!decoder.problem().isEmpty());
            return 0;
        }
        bytes += message.size();
        fuzz::require(decoder.offset() == bytes);
        if (step == CopyDecoder::Step::Row && form.detector == WireForm::Detector::Text && row.hasDetector)
            fuzz::require(row.detector.size() <= 63 && row.detector.data() >= message.data()
                          && row.detector.data() + row.detector.size() <= message.data() + message.size());
    }
    return 0;
}
