// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/referencechoice.h"

#include "core/references/referencestore.h"
#include "ui/models/ringseries.h"
#include "ui/models/viewstate.h"
#include "ui/text/texts.h"

#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace cbpm {
namespace {

/// Words of the entries before the saved ones, in the order of Less; sessions keep them.
const QStringList &words()
{
    static const QStringList all{u"nothing"_s, u"golden"_s, u"mark-a"_s, u"now"_s};
    return all;
}

} // namespace

ReferenceChoice::ReferenceChoice(ReferenceStore &store, const QString &nothing, bool hasNow, QWidget *parent)
    : QComboBox{parent}, m_store{store}, m_nothing{nothing}, m_hasNow{hasNow}
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    fill();
    connect(&m_store, &ReferenceStore::changed, this, &ReferenceChoice::fill);
    connect(this, &QComboBox::currentIndexChanged, this, &ReferenceChoice::changed);
}

void ReferenceChoice::fill()
{
    const QString before = currentData().toString();
    {
        const QSignalBlocker quiet{this};
        clear();
        const ReferenceOrbit *const golden = m_store.find(m_store.golden());
        addItem(m_nothing, words()[0]);
        addItem(golden ? tr("minus golden: %1").arg(text::oneLine(golden->name)) : tr("minus golden (none marked)"),
                words()[1]);
        addItem(tr("minus the orbit at A"), words()[2]);
        if (m_hasNow)
            addItem(tr("minus now (as taken)"), words()[3]);
        for (const QString &id : m_store.newestFirst())
            addItem(tr("minus %1").arg(text::oneLine(m_store.find(id)->name)), id);
        setCurrentIndex(std::max(0, findData(before)));
    }
    emit changed();
}

ReferenceChoice::Less ReferenceChoice::less() const
{
    const auto place = words().indexOf(currentData().toString());
    return place < 0 ? Less::Saved : static_cast<Less>(place);
}

void ReferenceChoice::setLess(Less less)
{
    setCurrentIndex(std::max(0, findData(words()[static_cast<int>(less)])));
}

Subtrahend ReferenceChoice::subtrahend(const RingSeries &series, const ViewState &view, const DetectorTable &table,
                                       const QString &tableVersion, const ReferenceOrbit *now) const
{
    const auto when = [&view](const std::optional<TimePoint> &time) {
        return time ? text::time(*time, view.zone(), true) + u' ' + text::zone(view.zone(), *time)
                    : tr("at an unknown time");
    };
    const auto saved = [&](const ReferenceOrbit *orbit, const QString &form, const QString &otherwise) {
        if (!orbit)
            return Subtrahend{{}, {}, otherwise};
        const bool isOther = !orbit->tableVersion.isEmpty() && orbit->tableVersion != tableVersion;
        return Subtrahend{orbitOf(*orbit, table),
                          form.arg(text::oneLine(orbit->name), when(orbit->time))
                              + (isOther ? tr(" (made with other constants)") : QString{}),
                          {}};
    };
    switch (less()) {
    case Less::Nothing:
        return {{}, m_nothing, {}};
    case Less::Golden:
        return saved(m_store.find(m_store.golden()), tr("minus golden “%1”, %2"),
                     tr("No golden orbit is marked: mark one in References…"));
    case Less::Saved:
        return saved(m_store.find(currentData().toString()), tr("minus “%1”, %2"), tr("That reference is gone."));
    case Less::Now:
        return saved(now, tr("minus %1, %2"), tr("No orbit was taken: press Take as now."));
    case Less::MarkA:
        break;
    }
    if (!view.markA())
        return {{}, {}, tr("Cursor A is not set: set it in the trend.")};
    if (!series.range() || !series.range()->contains(*view.markA()))
        return {{}, {}, tr("Cursor A is outside of what is loaded.")};
    RingOrbit orbit = orbitAt(series, table.size(), *view.markA());
    const QString words = tr("minus the orbit at A, %1").arg(when(orbit.time));
    return {std::move(orbit), words, {}};
}

} // namespace cbpm
