// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/orbitcontrols.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace cbpm {

OrbitControls::OrbitControls(ReferenceStore &store, QWidget *parent) : QWidget{parent}
{
    auto *const layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    m_less = new ReferenceChoice{store, tr("absolute"), true, this};
    place(m_less, u"orbitReference"_s, tr("S&how"));
    m_now = addButton(this, u"orbitTakeNow"_s, tr("Take as &now"), tr("Keep this orbit and show changes against it"));
    m_of = addChoice(u"orbitOf"_s, tr("&of"), {tr("bin at the cursor"), tr("one trigger"), tr("stretch A to B")});
    m_of->setItemData(2, tr("Between the cursors A and B; what the trend shows where they are not set"),
                      Qt::ToolTipRole);
    m_bars = addChoice(u"orbitBars"_s, tr("&bars"), {tr("none"), tr("min to max"), tr("std")});
    m_bars->setCurrentIndex(static_cast<int>(Bars::Extremes));
    m_byId = new QCheckBox{tr("by &id"), this};
    m_byId->setObjectName(u"orbitById"_s);
    m_byId->setToolTip(tr("Along the axis: detector ids instead of s"));
    layout->addWidget(m_byId);
    layout->addStretch(1);
    m_keeping = new QWidget{this};
    auto *const row = new QHBoxLayout{m_keeping};
    row->setContentsMargins(0, 0, 0, 0);
    m_save = addButton(m_keeping, u"orbitSave"_s, tr("&Save as reference…"), tr("Keep this orbit for good"));
    QPushButton *const list = addButton(m_keeping, u"orbitReferences"_s, tr("&References…"),
                                        tr("Saved orbits: compare, mark golden, import, export"));
    connect(m_less, &ReferenceChoice::changed, this, &OrbitControls::changed);
    for (QComboBox *const choice : {m_of, m_bars})
        connect(choice, &QComboBox::currentIndexChanged, this, &OrbitControls::changed);
    connect(m_byId, &QCheckBox::toggled, this, &OrbitControls::axisChanged);
    connect(m_now, &QPushButton::clicked, this, &OrbitControls::nowWanted);
    connect(m_save, &QPushButton::clicked, this, &OrbitControls::saveWanted);
    connect(list, &QPushButton::clicked, this, &OrbitControls::referencesWanted);
}

QComboBox *OrbitControls::addChoice(const QString &name, const QString &label, const QStringList &texts)
{
    auto *const choice = new QComboBox{this};
    choice->addItems(texts);
    place(choice, name, label);
    return choice;
}

void OrbitControls::place(QComboBox *choice, const QString &name, const QString &label)
{
    choice->setObjectName(name);
    choice->setAccessibleName(QString{label}.remove(u'&'));
    auto *const caption = new QLabel{label, this};
    caption->setBuddy(choice);
    layout()->addWidget(caption);
    layout()->addWidget(choice);
}

QPushButton *OrbitControls::addButton(QWidget *place, const QString &name, const QString &text, const QString &tip)
{
    auto *const button = new QPushButton{text, place};
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    place->layout()->addWidget(button);
    return button;
}

OrbitControls::Of OrbitControls::of() const
{
    return static_cast<Of>(m_of->currentIndex());
}

OrbitControls::Bars OrbitControls::bars() const
{
    return static_cast<Bars>(m_bars->currentIndex());
}

bool OrbitControls::byId() const
{
    return m_byId->isChecked();
}

void OrbitControls::setCanKeep(bool can)
{
    m_now->setEnabled(can);
    m_save->setEnabled(can);
}

} // namespace cbpm
